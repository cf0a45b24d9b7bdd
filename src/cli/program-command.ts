import { Command } from 'commander';
import { UsageError } from '../commands/errors.js';
import { nearest } from '../core/text/nearest-word.js';
import { plainText } from '../core/text/sanitize.js';

/**
 * A command of Commander with our own error texts. They suggest a name only if it is close. Commander calls these
 * methods, though its types do not list them. `help` works after each command that has commands.
 */
export class ProgramCommand extends Command {
  override createCommand(name?: string): ProgramCommand {
    return new ProgramCommand(name);
  }

  unknownOption(given: string): never {
    const [flag = ''] = given.split('=');
    const names = [this, ...this.parents()].flatMap(({ options }) =>
      options.flatMap(({ long }) => long?.replace(/^--/, '') ?? []),
    );
    const near = nearest(flag.replace(/^-+/, ''), [...names, 'help']);
    throw new UsageError(unknownText('option', flag, near && `--${near}`));
  }

  /** Commander calls this if the first word is no command of this command. */
  unknownCommand(): never {
    const [word = '', ...rest] = this.args;
    if (word === 'help') commandAt(this, rest).help();
    throw new UsageError(unknownCommandText(this, word));
  }

  /** Commander takes an unknown word for an argument if the command also works without a word. */
  _excessArguments(given: readonly string[]): never {
    if (this.commands.length > 0) this.unknownCommand();
    const extra = given[this.registeredArguments.length] ?? '';
    throw new UsageError(
      `'${excerpt(extra)}' is one word too many for ${this.name()}: to see what to write, add --help`,
    );
  }

  private parents(): Command[] {
    const { parent } = this;
    return parent instanceof ProgramCommand ? [parent, ...parent.parents()] : [];
  }
}

/** The command that `help` is about: `help workshop join` is about `join`. Throws a UsageError for an unknown one. */
function commandAt(command: Command, [word, ...rest]: readonly string[]): Command {
  if (word === undefined || word === 'help' || command.commands.length === 0) return command;
  const next = command.commands.find((one) => one.name() === word);
  if (!next) throw new UsageError(unknownCommandText(command, word));
  return commandAt(next, rest);
}

function unknownCommandText({ commands }: Command, word: string): string {
  const names = [...commands.map((command) => command.name()), 'help'];
  return unknownText('command', word, nearest(word, names));
}

const unknownText = (noun: string, given: string, near: string | undefined): string =>
  `there is no ${noun} '${excerpt(given)}': ${near === undefined ? '' : `did you mean '${near}'? `}--help shows all ${noun}s`;

const excerpt = (text: string): string => plainText(text).slice(0, 60);
