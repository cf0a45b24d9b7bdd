import { type Command, Option } from 'commander';
import type { Environment } from '../commands/environment.js';
import type { SetExitCode } from './command.js';

export function addWorkshop(program: Command, at: Environment, exit: SetExitCode): void {
  const workshop = program
    .command('workshop')
    .helpCommand(false)
    .description('one exercise for a room: join it, or lead it');
  addJoin(workshop, at, exit);
  addCode(workshop, at);
  addHandout(workshop, at);
  addReport(workshop, at, exit);
}

const aboutLesson = 'its id or number; several with blanks between';

function addJoin(workshop: Command, at: Environment, exit: SetExitCode): void {
  workshop
    .command('join')
    .argument('<code...>', 'the one on the board')
    .option('--name <name>', 'yours; without one, a name is made up')
    .option('--lesson <lesson...>', `with a word instead of a code: ${aboutLesson}`)
    .option('--minutes <n>', 'the time there is, instead of what the code says')
    .description('take part in an exercise, or go on with it')
    .action(async (code: string[], asked: object, command: Command) => {
      const { join } = await import('../commands/workshop/join.js');
      exit(await join(code, asked, command.optsWithGlobals(), at));
    });
}

function addCode(workshop: Command, at: Environment): void {
  workshop
    .command('code')
    .option('--lesson <lesson...>', `${aboutLesson}; without one, the whole course`)
    .option('--minutes <n>', 'how long it takes at most; without, as long as it takes')
    .addOption(
      new Option('--feedback <when>', 'what is right: after each answer, or when all is handed in')
        .choices(['now', 'later'])
        .default('now'),
    )
    .description('for who leads: a code for the board')
    .action(async (asked: object, command: Command) => {
      const { workshopCode } = await import('../commands/workshop/code.js');
      await workshopCode(asked, command.optsWithGlobals(), at);
    });
}

function addHandout(workshop: Command, at: Environment): void {
  workshop
    .command('handout')
    .option('--key', 'the answers instead, with why and the sentence that proves them')
    .option('--code <code>', 'of that room: its lessons, and its order of choices')
    .option('--lesson <lesson...>', `${aboutLesson}; without one, the whole course`)
    .option('--minutes <n>', 'the time there is, to be printed on it')
    .description('for who leads: the exercise on paper, as Markdown')
    .action(async (asked: object, command: Command) => {
      const { workshopHandout } = await import('../commands/workshop/handout.js');
      await workshopHandout(asked, command.optsWithGlobals(), at);
    });
}

function addReport(workshop: Command, at: Environment, exit: SetExitCode): void {
  workshop
    .command('report')
    .argument('<path...>', 'result files, folders of them, text files with hand-in codes')
    .option('--code <code>', 'of this room; without it, of the one that most is from')
    .option('--csv <file>', 'write a row for each person and question, for a spreadsheet')
    .option('--html <file>', 'write a page to read, show or print')
    .addOption(new Option('--json', 'for programs').conflicts('present'))
    .option('--anonymous', 'no names anywhere')
    .option('--present', 'one question at a time, for a projector')
    .description('for who leads: what the room read, and what it misread')
    .action(async (paths: string[], asked: object, command: Command) => {
      const { workshopReport } = await import('../commands/workshop/report.js');
      exit(await workshopReport(paths, asked, command.optsWithGlobals(), at));
    });
}
