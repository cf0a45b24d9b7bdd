import { type Command, Option } from 'commander';
import { type AddCommand, examples } from './add-command.js';
import { joinRoom } from './workshop.js';

export function addLearn(program: Command, add: AddCommand): void {
  add(program, 'learn', async ({ shared, environment }, lesson?: string) => {
    const { learn } = await import('../commands/learn/learn.js');
    const begin = { at: 'lesson', ...(lesson !== undefined && { lesson }) } as const;
    return learn(begin, shared, environment, joinRoom);
  })
    .description('Open a lesson.')
    .argument(
      '[lesson]',
      'the id or number of a lesson; without one, the lesson where you left off',
    )
    .addHelpText('after', examples('learn', 'learn 2'));
}

export function addReview(program: Command, add: AddCommand): void {
  add(program, 'review', async ({ shared, environment }) => {
    const { learn } = await import('../commands/learn/learn.js');
    return learn({ at: 'review' }, shared, environment, joinRoom);
  })
    .description('Review questions that you answered on an earlier day.')
    .addHelpText('after', examples('review', 'review --plain'));
}

export function addDrill(program: Command, add: AddCommand): void {
  add(program, 'drill', async ({ shared, environment }) => {
    const { learn } = await import('../commands/learn/learn.js');
    return learn({ at: 'drill' }, shared, environment, joinRoom);
  })
    .description(
      'Practise “Who said it?” in rounds of up to ten questions about what you have read.',
    )
    .addHelpText('after', examples('drill', 'drill --plain'));
}

export function addList(program: Command, add: AddCommand): void {
  add(program, 'list', async ({ own, shared, environment }) => {
    const { list } = await import('../commands/progress/list.js');
    return list(own, shared, environment);
  })
    .description('List the lessons, and your progress in each.')
    .option('--json', 'print JSON, for programs')
    .addHelpText('after', examples('list', 'list --course swing-bridge'));
}

export function addProgress(program: Command, add: AddCommand): void {
  const parent = add(program, 'progress', async ({ own, shared, environment }) => {
    const { progress } = await import('../commands/progress/progress.js');
    return progress(own, shared, environment);
  })
    .description('Show your progress, or move it to another computer.')
    .usage('[--json] | export FILE | import FILE')
    .option('--json', 'print JSON, for programs')
    .addHelpText('after', examples('progress', 'progress export mine.json'));
  addExport(parent, add);
  addImport(parent, add);
}

function addExport(progress: Command, add: AddCommand): void {
  add(progress, 'export', async ({ shared, environment }, file: string) => {
    const { exportProgress } = await import('../commands/progress/transfer.js');
    return exportProgress(file, shared, environment);
  })
    .description('Write your progress in the course to a file.')
    .argument('<file>', 'the file to write')
    .addHelpText('after', examples('progress export mine.json'));
}

function addImport(progress: Command, add: AddCommand): void {
  add(progress, 'import', async ({ shared, environment }, file: string) => {
    const { importProgress } = await import('../commands/progress/transfer.js');
    return importProgress(file, shared, environment);
  })
    .description('Add the answers in an exported file to your progress. No answer is lost.')
    .argument('<file>', 'a file that you exported')
    .addHelpText('after', examples('progress import mine.json'));
}

export function addChecklist(program: Command, add: AddCommand): void {
  add(program, 'checklist', async ({ environment }, file: string) => {
    const { checklist } = await import('../commands/checklist.js');
    return checklist(file, environment);
  })
    .description("Write five questions for today's paper, as a page to print.")
    .argument('<file>', 'a name that ends in .md (Markdown) or .html')
    .addHelpText('after', examples('checklist questions.html', 'checklist questions.md'));
}

export function addDoctor(program: Command, add: AddCommand): void {
  add(program, 'doctor', async ({ shared, environment }) => {
    const { doctor } = await import('../commands/doctor.js');
    return doctor(shared, environment);
  })
    .description('Check that everything works on this computer.')
    .addHelpText('after', examples('doctor'));
}

export function addSettings(program: Command, add: AddCommand): void {
  add(program, 'settings', async ({ shared, environment }, key?: string, value?: string) => {
    const { settings } = await import('../commands/progress/settings.js');
    return settings(key, value, shared, environment);
  })
    .description('Show your settings, or change one.')
    .argument('[key]', 'show only this setting')
    .argument('[value]', 'change the setting to this value')
    .addHelpText('after', examples('settings', 'settings session 5'));
}

export function addReset(program: Command, add: AddCommand): void {
  add(program, 'reset', async ({ own, shared, environment }, lesson?: string) => {
    const { reset } = await import('../commands/progress/reset.js');
    return reset(lesson, own, shared, environment);
  })
    .description('Start a lesson or the complete course again from the beginning.')
    .argument('[lesson]', 'start only this lesson again, by id or number')
    .option('--yes', 'start again without asking first')
    .addOption(new Option('--undo', 'undo the latest reset').conflicts(['yes', 'erase']))
    .addOption(
      new Option(
        '--erase',
        'delete all progress in the course for good, after asking twice',
      ).conflicts('yes'),
    )
    .addHelpText('after', examples('reset 2', 'reset --undo'));
}
