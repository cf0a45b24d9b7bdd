import type { HostCommand } from '../../core/live-room/host-command.js';
import {
  NAME_SOMEBODY,
  nobodyCalledText,
  RENAME_FORM,
  severalCalledText,
  unknownCommandText,
} from '../../core/messages/live-room/host-lines.js';
import { nameKey, shortIdOf } from '../../core/room/person.js';
import { nearest } from '../../core/text/nearest-word.js';
import { plainText } from '../../core/text/sanitize.js';
import { commandsFor, type HostAction } from '../../core/views/live-room/host/host-action.js';
import { labelOf } from '../../core/views/live-room/host/person-label.js';
import type { HostView, PersonRow } from '../../core/views/live-room/host-view.js';

/** What a typed line asks for. */
export type Typed =
  | { readonly do: 'nothing' | 'people' | 'question' | 'text' | 'help' | 'quit' }
  | { readonly do: 'room'; readonly commands: readonly HostCommand[] }
  | { readonly do: 'address'; readonly which: string }
  /** Why it cannot be done, as one line. */
  | { readonly do: 'refused'; readonly why: string; readonly isUnknown?: true };

const SHOWN = ['people', 'question', 'text', 'help', 'quit'] as const;

const ACTIONS = [
  'begin',
  'close',
  'talk',
  'vote',
  'reveal',
  'next',
  'back',
  'unlock',
  'end',
] as const satisfies readonly HostAction[];

/** The letters are the keys of the screen. */
const LETTERS: Readonly<Record<string, string>> = {
  t: 'talk',
  v: 'reveal',
  n: 'next',
  b: 'back',
  '+': 'minute',
  p: 'people',
  r: 'text',
  a: 'address',
  e: 'end',
  q: 'quit',
  '?': 'help',
  x: 'remove',
};

const WORDS: readonly string[] = [
  ...SHOWN,
  ...ACTIONS,
  ...['lock', 'minute', 'rename', 'remove', 'address'],
];

/** @param line one line of input */
export function typedCommand(line: string, view: HostView): Typed {
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(plainText(line).trim()) ?? [];
  if (first === '') return { do: 'nothing' };
  if (first === 'l') return room({ do: view.isLocked ? 'unlock' : 'lock' });
  const word = LETTERS[first] ?? first.toLowerCase();
  const shown = SHOWN.find((one) => one === word);
  if (shown) return { do: shown };
  const action = ACTIONS.find((one) => one === word);
  if (action) return { do: 'room', commands: commandsFor(action, view) };
  return withArgument(word, rest.trim(), view) ?? unknown(first);
}

const room = (command: HostCommand): Typed => ({ do: 'room', commands: [command] });

const unknown = (first: string): Typed => ({
  do: 'refused',
  why: unknownCommandText(first.slice(0, LONGEST_SHOWN), nearest(first, WORDS)),
  isUnknown: true,
});

const LONGEST_SHOWN = 40;

function withArgument(word: string, rest: string, view: HostView): Typed | undefined {
  switch (word) {
    case 'lock':
      return room({ do: 'lock' });
    case 'address':
      return { do: 'address', which: rest };
    case 'minute':
      return rest === ''
        ? room({ do: 'minute' })
        : onPerson(rest, view, (id) => ({ do: 'minute', id }));
    case 'remove':
      return onPerson(rest, view, (id) => ({ do: 'remove', id }));
    case 'rename':
      return renaming(rest, view);
    default:
      return undefined;
  }
}

function renaming(rest: string, view: HostView): Typed {
  const [, who, name] = /^(.+?)\s+to\s+(.+)$/i.exec(rest) ?? [];
  if (who === undefined || name === undefined) return { do: 'refused', why: RENAME_FORM };
  return onPerson(who, view, (id) => ({ do: 'rename', id, name }));
}

function onPerson(
  typed: string,
  { people }: HostView,
  command: (id: string) => HostCommand,
): Typed {
  if (typed === '') return { do: 'refused', why: NAME_SOMEBODY };
  const found = peopleCalled(typed, people);
  const [one, ...others] = found;
  if (!one) return { do: 'refused', why: nobodyCalledText(typed.slice(0, LONGEST_SHOWN)) };
  if (others.length === 0) return room(command(one.id));
  const shown = typed.slice(0, LONGEST_SHOWN);
  return { do: 'refused', why: severalCalledText(shown, found.map(labelOf)) };
}

/** By name, or by the characters that tell two people of one name apart. */
function peopleCalled(typed: string, people: readonly PersonRow[]): PersonRow[] {
  const byId = people.filter((one) => shortIdOf(one) === typed.toUpperCase() && one.isNameShared);
  return byId.length > 0 ? byId : people.filter((one) => nameKey(one.name) === nameKey(typed));
}
