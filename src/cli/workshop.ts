import { type Command, Option } from 'commander';
import type { AddCommand } from './add-command.js';

export function addWorkshop(program: Command, add: AddCommand): void {
  const workshop = program
    .command('workshop')
    .helpCommand(false)
    .description('one exercise for a room: join it, or lead it');
  addJoin(workshop, add);
  addCode(workshop, add);
  addHandout(workshop, add);
  addReport(workshop, add);
}

const aboutLesson = 'its id or number; several with blanks between';

function addJoin(workshop: Command, add: AddCommand): void {
  add(workshop, 'join', async ({ own, shared, environment }, code: string[]) => {
    const { join } = await import('../commands/workshop/join.js');
    return join(code, own, shared, environment);
  })
    .description('take part in an exercise, or go on with it')
    .argument('<code...>', 'the one on the board')
    .option('--name <name>', 'yours; without one, a name is made up')
    .option('--lesson <lesson...>', `with a word instead of a code: ${aboutLesson}`)
    .option('--minutes <n>', 'the time there is, instead of what the code says');
}

function addCode(workshop: Command, add: AddCommand): void {
  add(workshop, 'code', async ({ own, shared, environment }) => {
    const { workshopCode } = await import('../commands/workshop/code.js');
    return workshopCode(own, shared, environment);
  })
    .description('for the facilitator: a code for the board')
    .option('--lesson <lesson...>', `${aboutLesson}; without one, the complete course`)
    .option('--minutes <n>', 'how long it takes at most; without, as long as it takes')
    .addOption(
      new Option('--feedback <when>', 'what is right: after each answer, or when all is handed in')
        .choices(['now', 'later'])
        .default('now'),
    );
}

function addHandout(workshop: Command, add: AddCommand): void {
  add(workshop, 'handout', async ({ own, shared, environment }) => {
    const { workshopHandout } = await import('../commands/workshop/handout.js');
    return workshopHandout(own, shared, environment);
  })
    .description('for the facilitator: the exercise on paper, as Markdown')
    .option('--key', 'the answers instead, with why and the sentence that proves them')
    .option('--code <code>', 'of that room: its lessons, and its order of choices')
    .option('--lesson <lesson...>', `${aboutLesson}; without one, the complete course`)
    .option('--minutes <n>', 'the time there is, to be printed on it');
}

function addReport(workshop: Command, add: AddCommand): void {
  add(workshop, 'report', async ({ own, shared, environment }, paths: string[]) => {
    const { workshopReport } = await import('../commands/workshop/report.js');
    return workshopReport(paths, own, shared, environment);
  })
    .description('for the facilitator: what the room read, and what it misread')
    .argument('<path...>', 'result files, folders of them, text files with hand-in codes')
    .option('--code <code>', 'of this room; without it, of the one that most is from')
    .option('--csv <file>', 'write a row for each person and question, for a spreadsheet')
    .option('--html <file>', 'write a page to read, show or print')
    .addOption(new Option('--json', 'for programs').conflicts('present'))
    .option('--anonymous', 'no names anywhere')
    .option('--present', 'one question at a time, for a projector');
}
