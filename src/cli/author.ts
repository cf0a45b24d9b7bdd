import type { Command } from 'commander';
import type { AddCommand } from './add-command.js';

export function addCheck(program: Command, add: AddCommand): void {
  add(program, 'check', async ({ own, shared, environment }, paths: string[]) => {
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
    .option(
      '--article <story>',
      'find what the course has word for word from the story, a text file',
    );
}

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
  add(program, 'new', async ({ shared, environment }, dir: string) => {
    const { newCourse } = await import('../commands/author/new.js');
    newCourse(dir, shared, environment);
  })
    .description('for authors: a whole course in a folder, to make another of it')
    .argument('<dir>', 'a folder that is empty, or not there yet');
}
