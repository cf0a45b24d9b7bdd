import { type Command, Option } from 'commander';
import type { AddCommand } from './add-command.js';

export function addCheck(program: Command, add: AddCommand): void {
  add(program, 'check', async ({ own, shared, environment }, paths: string[]) => {
    if (['sheet', 'groups', 'answers'].some((option) => option in own)) {
      const { sheets } = await import('../commands/author/sheets.js');
      return sheets(paths, own, shared, environment);
    }
    const { check } = await import('../commands/author/check.js');
    return check(paths, own, shared, environment);
  })
    .description('for authors: all that is wrong with a course, with file, line and column')
    .argument(
      '[path...]',
      'folders of courses, or single files of a course; without one, the course in use',
    )
    .option('--json', 'for programs')
    .option('--strict', 'fail on a warning, too')
    .option('--bots', 'show how players fare who never read')
    .option('--balance', 'show what the checks are made of, and how many lines each takes')
    .addOption(
      new Option(
        '--sheet <dir>',
        'write the questions that need no story into a new folder, for readers without it',
      ).conflicts(['json', 'answers', ...FINDINGS]),
    )
    .option(
      '--groups <n>',
      'with --sheet: how many sheets; without it, as few as the program finds',
    )
    .addOption(
      new Option(
        '--answers <file...>',
        'count the answers on such sheets, and compare them with chance',
      ).conflicts(FINDINGS),
    )
    .option(
      '--article <story>',
      'find what the course has word for word from the story, a text file',
    );
}

/** Options that say more about findings. */
const FINDINGS = ['strict', 'bots', 'balance', 'article'];

export function addPreview(program: Command, add: AddCommand): void {
  add(program, 'preview', async ({ shared, environment }, place: string, lesson?: string) => {
    const { preview } = await import('../commands/author/preview.js');
    return preview({ place, lesson }, shared, environment);
  })
    .description(
      'for authors: the course as learners see it, shown again after each save; saves no progress',
    )
    .argument('<path>', 'the folder of a course')
    .argument('[lesson]', 'its id or number');
}

export function addNew(program: Command, add: AddCommand): void {
  add(program, 'new', async ({ own, shared, environment }, dir: string) => {
    const { newCourse } = await import('../commands/author/new.js');
    newCourse(dir, own, shared, environment);
  })
    .description(
      'for authors: write a small complete course into a folder, to change into your own',
    )
    .argument('<dir>', 'a folder that is empty, or not there yet')
    .option(
      '--from <story>',
      'begin with a news story in English, a text file: finds its sentences, who says what, and a first lesson to finish',
    );
}
