import { Command } from 'commander';
import { closest } from 'fastest-levenshtein';
import type { Environment, Options } from '../commands/environment.js';
import { UsageError } from '../commands/errors.js';
import { plainText } from '../core/text/sanitize.js';
import { addCheck, addNew, addPreview } from './author.js';
import type { SetExitCode } from './command.js';
import {
  addDoctor,
  addLearn,
  addList,
  addProgress,
  addReset,
  addSettings,
  addSitting,
} from './learner.js';
import { addWorkshop } from './workshop.js';

/** The package's version, put in by the build. */
declare const PROGRAM_VERSION: string;

export const NAME = 'on-the-record';
export const VERSION = PROGRAM_VERSION;

/** The commands and options: a contract, see the README. */
export function commandLine(at: Environment, exit: SetExitCode): Command {
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
      writeErr: (text) => at.stderr.write(text),
      outputError: (text, write) => write(errorLine(text)),
    })
    .action(async (words: string[], options: Options) => {
      if (words[0] !== undefined) throw new UsageError(unknownCommand(program, words[0]));
      const { learn } = await import('../commands/learn/learn.js');
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
