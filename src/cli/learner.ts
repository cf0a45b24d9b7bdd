import { type Command, Option } from 'commander';
import type { AddCommand } from './add-command.js';

export function addLearn(program: Command, add: AddCommand): void {
  add(program, 'learn', async ({ shared, environment }, lesson?: string) => {
    const { learn } = await import('../commands/learn/learn.js');
    const begin = { at: 'lesson', ...(lesson !== undefined && { lesson }) } as const;
    return learn(begin, shared, environment);
  })
    .description('open a lesson')
    .argument('[lesson]', 'its id or number; without one, where you were');
}

export function addReview(program: Command, add: AddCommand): void {
  add(program, 'review', async ({ shared, environment }) => {
    const { learn } = await import('../commands/learn/learn.js');
    return learn({ at: 'review' }, shared, environment);
  }).description('what you answered some days ago, asked again when it is due');
}

export function addDrill(program: Command, add: AddCommand): void {
  add(program, 'drill', async ({ shared, environment }) => {
    const { learn } = await import('../commands/learn/learn.js');
    return learn({ at: 'drill' }, shared, environment);
  }).description('“Who said it?”: rounds of ten, from what you have read');
}

export function addList(program: Command, add: AddCommand): void {
  add(program, 'list', async ({ own, shared, environment }) => {
    const { list } = await import('../commands/progress/list.js');
    return list(own, shared, environment);
  })
    .description('the lessons, and how you stand in each')
    .option('--json', 'for programs');
}

export function addProgress(program: Command, add: AddCommand): void {
  const parent = add(program, 'progress', async ({ own, shared, environment }) => {
    const { progress } = await import('../commands/progress/progress.js');
    return progress(own, shared, environment);
  })
    .description('where you stand; to another machine and back')
    .usage('[--json] | export FILE | import FILE')
    .option('--json', 'for programs');
  addExport(parent, add);
  addImport(parent, add);
}

function addExport(progress: Command, add: AddCommand): void {
  add(progress, 'export', async ({ shared, environment }, file: string) => {
    const { exportProgress } = await import('../commands/progress/transfer.js');
    return exportProgress(file, shared, environment);
  })
    .description('write your progress in the course to a file')
    .argument('<file>', 'where to write it');
}

function addImport(progress: Command, add: AddCommand): void {
  add(progress, 'import', async ({ shared, environment }, file: string) => {
    const { importProgress } = await import('../commands/progress/transfer.js');
    return importProgress(file, shared, environment);
  })
    .description('add what it holds; takes nothing away')
    .argument('<file>', 'one that was exported');
}

export function addDoctor(program: Command, add: AddCommand): void {
  add(program, 'doctor', async ({ shared, environment }) => {
    const { doctor } = await import('../commands/doctor.js');
    return doctor(shared, environment);
  }).description('whether all will run on this machine, and what to do where not');
}

export function addSettings(program: Command, add: AddCommand): void {
  add(program, 'settings', async ({ shared, environment }, key?: string, value?: string) => {
    const { settings } = await import('../commands/progress/settings.js');
    return settings(key, value, shared, environment);
  })
    .description('how sure you are, how long a review is, and more')
    .argument('[key]', 'show this one only')
    .argument('[value]', 'set it to this');
}

export function addReset(program: Command, add: AddCommand): void {
  add(program, 'reset', async ({ own, shared, environment }, lesson?: string) => {
    const { reset } = await import('../commands/progress/reset.js');
    return reset(lesson, own, shared, environment);
  })
    .description('start a lesson or the complete course again from the beginning')
    .argument('[lesson]', 'only this lesson, by id or number')
    .option('--yes', 'without asking')
    .addOption(new Option('--undo', 'take the latest reset back').conflicts(['yes', 'erase']))
    .addOption(
      new Option('--erase', 'delete all progress in the course for good; asks twice').conflicts(
        'yes',
      ),
    );
}
