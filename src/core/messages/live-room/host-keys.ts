import type { Binding } from '../bindings.js';

/** The keys of a live room on the facilitator's screen. Footers, help and docs/reference.md use them. */
export const ROOM_BINDINGS = {
  enter: {
    keys: 'enter',
    label: 'next',
    help: "take the next step; the last line of the room's page names it",
  },
  talk: {
    keys: 't',
    label: 'talk, then vote again',
    help: 'close the vote, and let people talk before they vote again',
  },
  reveal: {
    keys: 'v',
    label: 'show the answer',
    help: 'close the vote, and show the right answer with its evidence',
  },
  next: {
    keys: 'n',
    footer: 'n →',
    label: 'next question',
    help: 'go to the next question, once the vote is closed; → does the same',
  },
  back: {
    keys: 'b',
    footer: 'b ←',
    label: 'back',
    help: 'go back a question, once the vote is closed; ← does the same',
  },
  minute: { keys: '+', label: 'a minute', help: 'give everyone one more minute' },
  lock: {
    keys: 'l',
    label: 'lock the door',
    help: 'lock the door, so that nobody new comes in, or unlock it',
  },
  people: {
    keys: 'p',
    label: 'people',
    help: 'show who is in and who has answered; rename or remove somebody, or give them a minute',
  },
  address: {
    keys: 'a',
    label: 'address',
    help: 'show the address of the room, and the network that it is on',
  },
  text: { keys: 'r', label: 'the text', help: 'show our retelling of what the question is about' },
  scroll: { keys: '↑ ↓  j k', footer: '↑↓', label: 'scroll', help: 'scroll; space pages down' },
  help: { keys: '?', label: 'help', help: 'show this page' },
  close: { keys: 'esc', label: 'close', help: 'close this page' },
  end: { keys: 'e', label: 'end', help: 'end the room for everyone, after asking once' },
  quit: {
    keys: 'q',
    label: 'quit',
    help: "quit; if the room hasn't ended, the program then shows the command that reopens it",
  },
  rename: { keys: 'r', label: 'rename' },
  remove: { keys: 'x', label: 'remove' },
  minuteForOne: { keys: '+', label: 'a minute for this person' },
} as const satisfies Readonly<Record<string, Binding>>;

export const ROOM_KEYS_TITLE = 'The keys of the room';

/** The rows of the help page. */
export const ROOM_KEYS: readonly (readonly [keys: string, help: string])[] = Object.values<Binding>(
  ROOM_BINDINGS,
).flatMap(({ keys, help }) => (help === undefined ? [] : [[keys, help] as const]));
