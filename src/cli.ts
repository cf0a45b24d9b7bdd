import path from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { closest } from 'fastest-levenshtein';
import { DONE, type Environment, type Options } from './commands/environment.js';
import { UsageError, UserError } from './commands/errors.js';
import { plainText } from './core/text/sanitize.js';

/** The package's version, put in by the build. */
declare const PROGRAM_VERSION: string;

const NAME = 'on-the-record';
const FAULT = 1;
const NO_ROOM_FOR_OUTPUT = 'the output could not be written, the disk is full: free some space';
const WRONG_USAGE = 2;

/** The one place that prints an error and sets the exit code. */
async function main(): Promise<void> {
  const at = environment();
  const done = await codeOf(run(process.argv.slice(2), at));
  const isTold = done !== DONE;
  const written = allWritten(process.stdout);
  process.exitCode = isTold ? done : await codeOf(Promise.race([written, at.fault]));
  await written;
  if (stderr) await allWritten(stderr);
  // An input that is still open must not hold the process.
  process.exit();
}

/** The exit code of what is done, which is said where it fails. */
async function codeOf(work: Promise<number>): Promise<number> {
  try {
    return await work;
  } catch (error) {
    return report(error);
  }
}

/** Of a stream that fails it is told elsewhere. */
const allWritten = (stream: NodeJS.WriteStream): Promise<number> =>
  new Promise((resolve) => stream.write('', () => setImmediate(resolve, DONE)));

/** @returns the exit code */
async function run(args: readonly string[], at: Environment): Promise<number> {
  let exitCode: number = DONE;
  const program = commandLine(at, (code) => {
    exitCode = code;
  });
  await Promise.race([program.parseAsync(args, { from: 'user' }), at.fault]);
  return exitCode;
}

/** One line on stderr for what a user can mend; a fault of our own says where to take it. @returns the exit code */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
  if (error instanceof UserError) {
    madeStderr().write(`${NAME}: ${error.message}\n`);
    return error.exitCode;
  }
  const what = plainText(error instanceof Error ? error.message : String(error));
  madeStderr().write(
    `${NAME} ${PROGRAM_VERSION} failed: ${what}\nYour answers are kept. Please report this line in the repository you got the program from.\n`,
  );
  return FAULT;
}

/** Once something is said on it: to make it takes Node a millisecond, and mostly nothing is. */
let stderr: NodeJS.WriteStream | undefined;

function madeStderr(): NodeJS.WriteStream {
  stderr = process.stderr;
  return stderr;
}

const environment = (): Environment => ({
  // Each made when it is asked for: it takes Node milliseconds, and most commands read nothing.
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return process.stdout;
  },
  get stderr() {
    return madeStderr();
  },
  env: process.env,
  platform: process.platform,
  courses: path.join(import.meta.dirname, 'courses'),
  fault: faults(),
});

/** Rejects with what is thrown outside any call. That nobody reads the output any more is no fault. */
function faults(): Promise<never> {
  const fault = new Promise<never>((_, reject) => {
    process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(DONE);
      else if (error.code === 'EIO') hangUp();
      else if (error.code === 'ENOSPC') reject(new UserError(NO_ROOM_FOR_OUTPUT));
      else reject(error);
    });
    process.on('unhandledRejection', reject);
  });
  // Whoever shows something races with it; until then it must not count as unhandled itself.
  fault.catch(() => {});
  return fault;
}

/** The terminal's window was closed: Node 20 aborts in `process.exit`, as it cannot give back a terminal that is gone. */
function hangUp(): void {
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

type SetExitCode = (code: number) => void;

/** The commands and options: a contract, see the README. */
function commandLine(at: Environment, exit: SetExitCode): Command {
  const program = new Command(NAME)
    .description(
      'Learn to read a news story closely: short readings, then checks on who said what.',
    )
    .usage('[command] [options]')
    .argument('[words...]')
    .version(PROGRAM_VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, visibleArguments: () => [] })
    .configureOutput({
      writeErr: (text) => madeStderr().write(text),
      outputError: (text, write) => write(errorLine(text)),
    })
    .action(async (words: string[], options: Options) => {
      if (words[0] !== undefined) throw new UsageError(unknownCommand(program, words[0]));
      const { learn } = await import('./commands/learn/learn.js');
      exit(await learn({ at: 'home' }, options, at));
    });
  addSharedOptions(program);
  addLearn(program, at, exit);
  addSitting(
    program,
    'review',
    'what you answered some days ago, asked again when it is due',
    at,
    exit,
  );
  addSitting(
    program,
    'drill',
    '“Who said it?”: one statement after another, without end',
    at,
    exit,
  );
  addList(program, at);
  addProgress(program, at);
  addWorkshop(program, at, exit);
  addDoctor(program, at, exit);
  addSettings(program, at);
  addReset(program, at);
  addCheck(program, at, exit);
  addPreview(program, at, exit);
  addNew(program, at);
  return program;
}

function addSharedOptions(program: Command): void {
  program
    .option('--course <path>', 'a course: a folder, or the id of one that comes with the program')
    .option('--data-dir <dir>', 'where progress is kept (or set ON_THE_RECORD_HOME)')
    .option('--plain', 'numbered lines instead of screens, for a screen reader or a pipe')
    .option('--seed <text>', 'the same text gives everyone the same order of choices')
    .option('--no-color', 'without colour (or set NO_COLOR)');
}

function addLearn(program: Command, at: Environment, exit: SetExitCode): void {
  program
    .command('learn')
    .argument('[lesson]', 'its id or number; without one, where you were')
    .description('open a lesson')
    .action(async (lesson: string | undefined, _: object, command: Command) => {
      const { learn } = await import('./commands/learn/learn.js');
      const begin = { at: 'lesson', ...(lesson !== undefined && { lesson }) } as const;
      exit(await learn(begin, command.optsWithGlobals(), at));
    });
}

/** A review, or rounds of "Who said it?". */
function addSitting(
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
      const { learn } = await import('./commands/learn/learn.js');
      exit(await learn({ at: name }, command.optsWithGlobals(), at));
    });
}

function addList(program: Command, at: Environment): void {
  program
    .command('list')
    .option('--json', 'for programs')
    .description('the lessons, and how you stand in each')
    .action(async (options: { json?: boolean }, command: Command) => {
      const { list } = await import('./commands/progress/list.js');
      await list(options, command.optsWithGlobals(), at);
    });
}

function addProgress(program: Command, at: Environment): void {
  const progress = program
    .command('progress')
    .usage('[--json] | export FILE | import FILE')
    .option('--json', 'for programs')
    .description('where you stand; to another machine and back')
    .action(async (options: { json?: boolean }, command: Command) => {
      const { progress: show } = await import('./commands/progress/progress.js');
      await show(options, command.optsWithGlobals(), at);
    });
  progress
    .command('export')
    .argument('<file>', 'where to write it')
    .description('write your progress in the course to a file')
    .action(async (file: string, _: object, command: Command) => {
      const { exportProgress } = await import('./commands/progress/transfer.js');
      await exportProgress(file, command.optsWithGlobals(), at);
    });
  progress
    .command('import')
    .argument('<file>', 'one that was exported')
    .description('add what it holds; takes nothing away')
    .action(async (file: string, _: object, command: Command) => {
      const { importProgress } = await import('./commands/progress/transfer.js');
      await importProgress(file, command.optsWithGlobals(), at);
    });
}

function addWorkshop(program: Command, at: Environment, exit: SetExitCode): void {
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
      const { join } = await import('./commands/workshop/join.js');
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
      const { workshopCode } = await import('./commands/workshop/code.js');
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
      const { workshopHandout } = await import('./commands/workshop/handout.js');
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
      const { workshopReport } = await import('./commands/workshop/report.js');
      exit(await workshopReport(paths, asked, command.optsWithGlobals(), at));
    });
}

function addDoctor(program: Command, at: Environment, exit: SetExitCode): void {
  program
    .command('doctor')
    .description('whether all will run on this machine, and what to do where not')
    .action(async (_: object, command: Command) => {
      const { doctor } = await import('./commands/doctor.js');
      exit(await doctor(command.optsWithGlobals(), at));
    });
}

function addSettings(program: Command, at: Environment): void {
  program
    .command('settings')
    .argument('[key]', 'show this one only')
    .argument('[value]', 'set it to this')
    .description('how sure you are, how long a review is, and more')
    .action(
      async (key: string | undefined, value: string | undefined, _: object, command: Command) => {
        const { settings } = await import('./commands/progress/settings.js');
        await settings(key, value, command.optsWithGlobals(), at);
      },
    );
}

function addReset(program: Command, at: Environment): void {
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
      const { reset } = await import('./commands/progress/reset.js');
      await reset(lesson, options, command.optsWithGlobals(), at);
    });
}

function addCheck(program: Command, at: Environment, exit: SetExitCode): void {
  program
    .command('check')
    .argument('[path...]', 'folders of courses; without one, the course in use')
    .description('for authors: all that is wrong with a course, with file, line and column')
    .option('--json', 'for programs')
    .option('--strict', 'fail on a warning, too')
    .option('--bots', 'show how players fare who never read')
    .option('--balance', 'show what the checks are made of')
    .action(async (paths: string[], options: object, command: Command) => {
      const { check } = await import('./commands/author/check.js');
      exit(check(paths, options, command.optsWithGlobals(), at));
    });
}

function addPreview(program: Command, at: Environment, exit: SetExitCode): void {
  program
    .command('preview')
    .argument('<path>', 'the folder of a course')
    .argument('[lesson]', 'its id or number')
    .description('for authors: the course as it will be, anew at each save; keeps no progress')
    .action(async (place: string, lesson: string | undefined, _: object, command: Command) => {
      const { preview } = await import('./commands/author/preview.js');
      exit(await preview({ place, lesson }, command.optsWithGlobals(), at));
    });
}

function addNew(program: Command, at: Environment): void {
  program
    .command('new')
    .argument('<dir>', 'a folder that is empty, or not there yet')
    .description('for authors: a whole course in a folder, to make another of it')
    .action(async (dir: string, _: object, command: Command) => {
      const { newCourse } = await import('./commands/author/new.js');
      newCourse(dir, command.optsWithGlobals(), at);
    });
}

function unknownCommand(program: Command, word: string): string {
  const names = program.commands.map((command) => command.name());
  const nearest = closest(word.slice(0, 60), names);
  return `there is no command '${plainText(word).slice(0, 60)}'; the nearest is '${nearest}', and --help shows all`;
}

/** Commander's text, which may take two lines, as one of ours. */
const errorLine = (text: string): string =>
  `${NAME}: ${plainText(text)
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .trim()}\n`;

void main();
