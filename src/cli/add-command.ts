import type { Command } from 'commander';
import type { Environment, Options } from '../commands/environment.js';
import { PROGRAM_NAME } from '../commands/errors.js';

/** What a command is called with, before its arguments. */
type Call = {
  /** The options of this command alone. */
  readonly own: object;
  /** The options that every command takes. */
  readonly shared: Options;
  readonly environment: Environment;
};

/** Imports a command and calls it with the arguments in the order of `.argument()`. Returns the exit code, if not 0. */
export type Work = (call: Call, ...args: never[]) => Promise<number> | Promise<void>;

/** Adds a command that does `work`. Returns it, for its description, arguments and options. */
export type AddCommand = (parent: Command, name: string, work: Work) => Command;

/** The end of a command's help. Lines of at most 80 columns: Commander does not wrap them. */
export const examples = (...commands: readonly string[]): string =>
  [
    `\nExample${commands.length === 1 ? '' : 's'}:`,
    ...commands.map((command) => `  ${PROGRAM_NAME} ${command}`),
  ].join('\n');

export type SetExitCode = (code: number) => void;

export const commandAdder =
  (environment: Environment, setExitCode: SetExitCode): AddCommand =>
  (parent, name, work) =>
    parent.command(name).action(action(work, environment, setExitCode));

/** Commander calls an action with the arguments, the command's own options and the command. */
export const action =
  (work: Work, environment: Environment, setExitCode: SetExitCode) =>
  async (...given: readonly unknown[]): Promise<void> => {
    const command = given.at(-1) as Command;
    const shared = sharedOptions(command.optsWithGlobals(), environment);
    const call = { own: command.opts(), shared, environment };
    const code = await work(call, ...(given.slice(0, -2) as never[]));
    if (code !== undefined) setExitCode(code);
  };

/** Adds the data folder in use. A command that we print then opens the same folder, even without ON_THE_RECORD_HOME. */
function sharedOptions({ dataDir, ...options }: Options, { env }: Environment): Options {
  const folder = dataDir || env.ON_THE_RECORD_HOME;
  return { ...options, ...(folder && { dataDir: folder }) };
}
