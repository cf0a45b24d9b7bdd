import { type Command, Option } from 'commander';
import { type AddCommand, examples } from './add-command.js';

export function addCheck(program: Command, add: AddCommand): void {
  add(program, 'check', async ({ own, shared, environment }, paths: string[]) => {
    if (['sheet', 'groups', 'answers'].some((option) => option in own)) {
      const { sheets } = await import('../commands/author/sheets.js');
      return sheets(paths, own, shared, environment);
    }
    const { check } = await import('../commands/author/check.js');
    return check(paths, own, shared, environment);
  })
    .description('Find all problems in a course, with file, line and column.')
    .argument(
      '[path...]',
      'folders of courses, or single files of a course; without a path, the course in use',
    )
    .option('--json', 'print JSON, for programs')
    .option('--strict', 'fail on warnings, too')
    .option(
      '--bots',
      'show how often a simple trick finds the right answer, such as taking the longest choice',
    )
    .option(
      '--balance',
      'count the skills, errors and sources in the checks, and the lines of the files',
    )
    .addOption(
      new Option(
        '--sheet <dir>',
        'write sheets of questions into a new folder, for readers who have not read the story',
      ).conflicts(['json', 'answers', ...FINDINGS]),
    )
    .option('--groups <n>', 'with --sheet: write this many sheets, instead of as few as possible')
    .addOption(
      new Option(
        '--answers <file...>',
        'count the answers on filled-in sheets, and compare the result with guessing',
      ).conflicts(FINDINGS),
    )
    .option(
      '--article <story>',
      'find words in the course that are copied from this story, a text file',
    )
    .addHelpText('after', examples('check my-course', 'check my-course --strict'));
}

/** Options that say more about findings. */
const FINDINGS = ['strict', 'bots', 'balance', 'article'];

export function addPreview(program: Command, add: AddCommand): void {
  add(program, 'preview', async ({ shared, environment }, place: string, lesson?: string) => {
    const { preview } = await import('../commands/author/preview.js');
    return preview({ place, lesson }, shared, environment);
  })
    .description('Show a course as learners see it. Each change appears when you save it.')
    .argument('<path>', 'the folder of a course')
    .argument('[lesson]', 'open this lesson first, by id or number')
    .addHelpText('after', examples('preview my-course', 'preview my-course 2'));
}

export function addNew(program: Command, add: AddCommand): void {
  add(program, 'new', async ({ own, shared, environment }, dir: string) => {
    const { newCourse } = await import('../commands/author/new.js');
    newCourse(dir, own, shared, environment);
  })
    .description('Write a small complete course into a folder, for you to change.')
    .argument('<dir>', 'a new or empty folder')
    .option('--from <story>', 'draft the course from this news story, a text file in English')
    .addHelpText('after', examples('new my-course', 'new my-course --from story.txt'));
}
