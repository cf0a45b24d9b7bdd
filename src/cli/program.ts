import type { Command } from 'commander';
import type { Environment } from '../commands/environment.js';
import { PROGRAM_NAME, printLine } from '../commands/errors.js';
import { madeWithText } from '../core/room/made-with.js';
import { plainText } from '../core/text/sanitize.js';
import { VERSION } from '../core/version.js';
import { windowSize } from '../core/window.js';
import { action, commandAdder, examples, type SetExitCode, type Work } from './add-command.js';
import { addCheck, addNew, addPreview } from './author.js';
import {
  addChecklist,
  addDoctor,
  addDrill,
  addLearn,
  addList,
  addProgress,
  addReset,
  addReview,
  addSettings,
} from './learner.js';
import { ProgramCommand } from './program-command.js';
import { addWorkshop, joinRoom } from './workshop.js';

/** The fingerprint of the words of the course that opens by default, put in by the build. */
declare const COURSE_WORDS: string;

/** "0.3.0 (a1b2c3)": two people who see different words print different lines. */
const SHOWN_VERSION = madeWithText({ version: VERSION, words: COURSE_WORDS });

const PIPE_WIDTH = 80;

const HELP_OF_COMMAND = 'To see the options of a command, type help and its name.';

/** The headings of --help, each with its commands. */
const COMMANDS = {
  'For learners:': [
    addLearn,
    addReview,
    addDrill,
    addList,
    addProgress,
    addChecklist,
    addSettings,
    addReset,
    addDoctor,
  ],
  'For a room:': [addWorkshop],
  'For authors:': [addCheck, addPreview, addNew],
};

/**
 * The commands and options: a contract, see docs/reference.md. --help lists the commands in this order.
 * @param setExitCode is called with each exit code that a command returns
 */
export function commandLine(environment: Environment, setExitCode: SetExitCode): Command {
  const program = newProgram(environment);
  addSharedOptions(program);
  program.action(action(home, environment, setExitCode));
  const add = commandAdder(environment, setExitCode);
  for (const [heading, commands] of Object.entries(COMMANDS)) {
    program.commandsGroup(heading);
    for (const addCommand of commands) addCommand(program, add);
  }
  return program;
}

const newProgram = (environment: Environment): Command =>
  new ProgramCommand(PROGRAM_NAME)
    .description(
      'Learn to read a news story closely. Read a paragraph, answer a question, see the sentence that proves it.',
    )
    .usage('[command] [options]')
    .version(SHOWN_VERSION, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', `${examples('learn 2', 'help learn')}\n\n${HELP_OF_COMMAND}`)
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      writeErr: (text) => environment.stderr.write(text),
      getOutHelpWidth: () => helpWidth(environment),
      outputError: (text) => printLine(errorText(text), environment),
    });

/** As wide as the window. In a window of 0 columns, Commander would wrap nothing. */
const helpWidth = ({ stdout, env }: Environment): number =>
  stdout.isTTY ? windowSize(stdout, env).columns : PIPE_WIDTH;

function addSharedOptions(program: Command): void {
  program
    .option(
      '--course <path>',
      'use this course: a folder, or the id of one that comes with the program',
    )
    .option('--data-dir <dir>', 'save progress in this folder (or set ON_THE_RECORD_HOME)')
    .option('--plain', 'use numbered lines instead of screens, for a screen reader or a pipe')
    .option(
      '--seed <text>',
      'shuffle the choices with this text: the same text always gives the same order',
    )
    .option('--no-color', 'use no colour (or set NO_COLOR)');
}

/** The program without a command. */
const home: Work = async ({ shared, environment }) => {
  const { learn } = await import('../commands/learn/learn.js');
  return learn({ at: 'home' }, shared, environment, joinRoom);
};

/** Commander's error as one of ours. Commander may write it in two lines. */
const errorText = (text: string): string =>
  plainText(text)
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .trim();
