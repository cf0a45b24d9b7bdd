import type { RoomEvent } from '../../live-room/event.js';
import { type LiveRoom, present } from '../../live-room/live-room.js';
import { counted } from '../../text/english.js';
import { type Clock, momentText } from '../exercise.js';
import { ROOM_BINDINGS } from './host-keys.js';
import type { Presence } from './host-screen.js';

/** What line mode prints of a live room, besides what the screen shows. */

/** "10:02 Ada joined (3 in)." */
export const atTime = (t: number, clock: Clock, text: string): string =>
  `${momentText(t, clock)} ${text}`;

/**
 * What happened, as one sentence. Undefined for answers, of which there are too many, and for what everyone is at: the
 * view says that.
 */
export function eventText(event: RoomEvent, room: LiveRoom): string | undefined {
  switch (event.k) {
    case 'join':
      return `${event.person.name} joined (${present(room).length} in).`;
    case 'remove':
      return `${nameIn(room, event.id)} was removed (${present(room).length} in).`;
    case 'rename':
      return `Renamed: ${event.name}.`;
    case 'begin':
      return 'The exercise has begun.';
    case 'lock':
      return 'The door is locked: nobody new can come in.';
    case 'unlock':
      return 'The door is open.';
    case 'lengthen':
      return `${counted(event.minutes, 'more minute')} for ${event.id === undefined ? 'everyone' : nameIn(room, event.id)}.`;
    case 'hand-in':
      return handInText(nameIn(room, event.id), event.because, room);
    case 'alone':
      return `${nameIn(room, event.id)} sent ${counted(event.choices.length, 'answer')} given while offline.`;
    default:
      return undefined;
  }
}

const nameIn = ({ members }: LiveRoom, id: string): string => members.get(id)?.name ?? 'Somebody';

function handInText(name: string, because: 'chosen' | 'time', room: LiveRoom): string {
  const members = present(room);
  const done = members.filter(({ handedIn }) => handedIn !== undefined).length;
  const why = because === 'time' ? 'The time is over for' : 'Handed in:';
  return `${why} ${name} (${done} of ${members.length}).`;
}

/** @param answered of how many people `inside` */
export const closedText = (answered: number, inside: number): string =>
  `The vote is closed: ${answered} of ${inside} answered.`;

/** @param message says that the vote is closed, and what to do now */
export const closedNowText = (answered: number, inside: number, message: string): string =>
  `${answered} of ${inside} answered. ${message}`;

/** "All 14 have answered.", or if somebody is away "All 14 have answered (9 away)." */
export function allAnsweredText({ connected, away }: Presence): string {
  const all = connected === 1 ? 'The one person here has' : `All ${connected} have`;
  return `${all} answered${away === 0 ? '' : ` (${away} away)`}.`;
}

/** "Type: close, talk, next." The most likely command is first. */
export const typeText = (commands: readonly string[]): string => `Type: ${commands.join(', ')}.`;

export const TYPE_HELP = 'Type a command and Enter; help shows all commands.';

export const INPUT_ENDED =
  'The input has ended. The room goes on until it gets SIGINT (Ctrl-C) or SIGTERM.';

export const TOO_MUCH_UNKNOWN =
  "Too many lines in a row weren't commands. The program now ignores everything that you type.";

/** @param near the command that was probably meant */
export const unknownCommandText = (typed: string, near: string | undefined): string =>
  `There is no command '${typed}': ${near === undefined ? '' : `did you mean '${near}'? `}help shows all commands.`;

export const NAME_SOMEBODY = "Say who: type remove NAME. 'people' shows the names.";
export const RENAME_FORM = 'Type: rename NAME to NEW NAME';

export const nobodyCalledText = (typed: string): string =>
  `Nobody in the room is called '${typed}': 'people' shows the names.`;

export const severalCalledText = (typed: string, labels: readonly string[]): string =>
  `${labels.length} people are called '${typed}': type the characters in brackets instead (${labels.join(', ')}).`;

export const noAddressText = (typed: string): string =>
  `There is no address '${typed}' here: 'address' shows the numbers.`;

/** What can be typed. The letters are the keys of the screen. */
export const ROOM_COMMANDS: readonly (readonly [typed: string, does: string])[] = [
  ['begin', 'begin the exercise'],
  ['close', 'close the vote'],
  ['talk (t)', ROOM_BINDINGS.talk.help],
  ['vote', 'open the second vote, after a talk'],
  ['reveal (v)', ROOM_BINDINGS.reveal.help],
  ['next (n)', 'go to the next question'],
  ['back (b)', 'go back a question'],
  ['minute (+)', ROOM_BINDINGS.minute.help],
  ['minute NAME', 'give this person one more minute'],
  ['lock (l), unlock', ROOM_BINDINGS.lock.help],
  ['people (p)', 'show who is in and who has answered'],
  ['rename NAME to NEW NAME', 'change the name of somebody'],
  ['remove NAME', "remove somebody; their answers don't count"],
  ['question', 'show the question again, with the counts that everyone may see now'],
  ['text (r)', ROOM_BINDINGS.text.help],
  ['address (a)', 'show the address of the room, and the networks of this computer'],
  ['address NUMBER', 'put the room on this network'],
  ['end (e)', 'end the room for everyone'],
  ['help (?)', 'show these commands'],
  ['quit (q)', ROOM_BINDINGS.quit.help],
];
