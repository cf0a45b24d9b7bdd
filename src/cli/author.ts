import type { Command } from 'commander';
import type { Environment } from '../commands/environment.js';
import type { SetExitCode } from './command.js';

export function addCheck(program: Command, at: Environment, exit: SetExitCode): void {
  program
    .command('check')
    .argument('[path...]', 'folders of courses; without one, the course in use')
    .description('for authors: all that is wrong with a course, with file, line and column')
    .option('--json', 'for programs')
    .option('--strict', 'fail on a warning, too')
    .option('--bots', 'show how players fare who never read')
    .option('--balance', 'show what the checks are made of')
    .action(async (paths: string[], options: object, command: Command) => {
      const { check } = await import('../commands/author/check.js');
      exit(check(paths, options, command.optsWithGlobals(), at));
    });
}

export function addPreview(program: Command, at: Environment, exit: SetExitCode): void {
  program
    .command('preview')
    .argument('<path>', 'the folder of a course')
    .argument('[lesson]', 'its id or number')
    .description('for authors: the course as it will be, anew at each save; keeps no progress')
    .action(async (place: string, lesson: string | undefined, _: object, command: Command) => {
      const { preview } = await import('../commands/author/preview.js');
      exit(await preview({ place, lesson }, command.optsWithGlobals(), at));
    });
}

export function addNew(program: Command, at: Environment): void {
  program
    .command('new')
    .argument('<dir>', 'a folder that is empty, or not there yet')
    .description('for authors: a whole course in a folder, to make another of it')
    .action(async (dir: string, _: object, command: Command) => {
      const { newCourse } = await import('../commands/author/new.js');
      newCourse(dir, command.optsWithGlobals(), at);
    });
}
