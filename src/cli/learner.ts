import { type Command, Option } from 'commander';
import type { Environment } from '../commands/environment.js';
import type { SetExitCode } from './command.js';

export function addLearn(program: Command, at: Environment, exit: SetExitCode): void {
  program
    .command('learn')
    .argument('[lesson]', 'its id or number; without one, where you were')
    .description('open a lesson')
    .action(async (lesson: string | undefined, _: object, command: Command) => {
      const { learn } = await import('../commands/learn/learn.js');
      const begin = { at: 'lesson', ...(lesson !== undefined && { lesson }) } as const;
      exit(await learn(begin, command.optsWithGlobals(), at));
    });
}

/** A review, or rounds of "Who said it?". */
export function addSitting(
  program: Command,
  name: 'review' | 'drill',
  about: string,
  at: Environment,
  exit: SetExitCode,
): void {
  program
    .command(name)
    .description(about)
    .action(async (_: object, command: Command) => {
      const { learn } = await import('../commands/learn/learn.js');
      exit(await learn({ at: name }, command.optsWithGlobals(), at));
    });
}

export function addList(program: Command, at: Environment): void {
  program
    .command('list')
    .option('--json', 'for programs')
    .description('the lessons, and how you stand in each')
    .action(async (options: { json?: boolean }, command: Command) => {
      const { list } = await import('../commands/progress/list.js');
      await list(options, command.optsWithGlobals(), at);
    });
}

export function addProgress(program: Command, at: Environment): void {
  const progress = program
    .command('progress')
    .usage('[--json] | export FILE | import FILE')
    .option('--json', 'for programs')
    .description('where you stand; to another machine and back')
    .action(async (options: { json?: boolean }, command: Command) => {
      const { progress: show } = await import('../commands/progress/progress.js');
      await show(options, command.optsWithGlobals(), at);
    });
  progress
    .command('export')
    .argument('<file>', 'where to write it')
    .description('write your progress in the course to a file')
    .action(async (file: string, _: object, command: Command) => {
      const { exportProgress } = await import('../commands/progress/transfer.js');
      await exportProgress(file, command.optsWithGlobals(), at);
    });
  progress
    .command('import')
    .argument('<file>', 'one that was exported')
    .description('add what it holds; takes nothing away')
    .action(async (file: string, _: object, command: Command) => {
      const { importProgress } = await import('../commands/progress/transfer.js');
      await importProgress(file, command.optsWithGlobals(), at);
    });
}

export function addSettings(program: Command, at: Environment): void {
  program
    .command('settings')
    .argument('[key]', 'show this one only')
    .argument('[value]', 'set it to this')
    .description('how sure you are, how long a review is, and more')
    .action(
      async (key: string | undefined, value: string | undefined, _: object, command: Command) => {
        const { settings } = await import('../commands/progress/settings.js');
        await settings(key, value, command.optsWithGlobals(), at);
      },
    );
}

export function addReset(program: Command, at: Environment): void {
  program
    .command('reset')
    .argument('[lesson]', 'only this lesson, by id or number')
    .description('start a lesson, or the whole course, afresh')
    .option('--yes', 'without asking')
    .addOption(new Option('--undo', 'take the latest reset back').conflicts(['yes', 'erase']))
    .addOption(
      new Option('--erase', 'delete all progress in the course for good; asks twice').conflicts(
        'yes',
      ),
    )
    .action(async (lesson: string | undefined, options: object, command: Command) => {
      const { reset } = await import('../commands/progress/reset.js');
      await reset(lesson, options, command.optsWithGlobals(), at);
    });
}

export function addDoctor(program: Command, at: Environment, exit: SetExitCode): void {
  program
    .command('doctor')
    .description('whether all will run on this machine, and what to do where not')
    .action(async (_: object, command: Command) => {
      const { doctor } = await import('../commands/doctor.js');
      exit(await doctor(command.optsWithGlobals(), at));
    });
}
