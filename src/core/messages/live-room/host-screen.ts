import type { HostCommand } from '../../live-room/host-command.js';
import type { Refused } from '../../live-room/refusal.js';
import { counted } from '../../text/english.js';
import { ROOM_ENDED } from './person.js';
import { hostRefusalText } from './refusal.js';

/** What the facilitator of a live room reads, on screen and in lines. */

/** "Room 2MNNY-908Y". In practice, nobody mistakes the simulated people for a class. */
export const roomTitle = (code: string, isPractice: boolean): string =>
  `${isPractice ? 'Practice' : 'Room'} ${code}`;

/** The same in a narrow window. */
export const shortRoomTitle = (isPractice: boolean): string => (isPractice ? 'Practice' : 'Room');

export const PRACTICE = 'This is practice: the program simulates the people in this room.';

/** How many people are connected, and how many joined but are not. */
export type Presence = { readonly connected: number; readonly away: number };

/** "23 in · 19 answered", or if somebody is not connected "14 in · 9 away · 14 answered" */
export const countsText = (presence: Presence, answered: number): string =>
  `${insideText(presence)} · ${answered} answered`;

/** The same in a narrow window: "19 of 23". */
export const shortCountsText = (inside: number, answered: number): string =>
  `${answered} of ${inside}`;

/** "23 in", or if somebody is not connected "14 in · 9 away" */
export const insideText = ({ connected, away }: Presence): string =>
  away === 0 ? `${connected} in` : `${connected} in · ${away} away`;

/** "4:07 left"; "time is over" after the end. @param left milliseconds */
export const countdownText = (left: number): string =>
  left <= 0 ? 'time is over' : `${clockText(left)} left`;

/** "4:07": what is left in minutes and seconds, rounded up. @param left milliseconds */
export function clockText(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export const ON_PHONES = 'On your phone or laptop:';

export const orCommandText = (command: string): string => `or: ${command}`;

/** On one row: the address and the room code. */
export const whereText = (url: string, code: string): string => `${url} · code ${code}`;

export const DOOR_LOCKED = 'The door is locked: nobody new can come in.';

export const ONLY_HERE = 'The room is on this computer only. Press a to put it on a network.';

export const NOBODY_IN = 'Nobody is in yet.';

/** "In: Ada, Ben (2M4K)". */
export const namesText = (names: readonly string[]): string => `In: ${names.join(', ')}`;

/** What Enter does next. */
export const NEXT_LABELS = {
  begin: 'begin',
  close: 'close the vote',
  talk: 'talk, then vote again',
  vote: 'vote again',
  reveal: 'show the answer',
  next: 'next',
  back: 'back',
  minute: 'a minute',
  lock: 'lock the door',
  unlock: 'unlock the door',
  end: 'end the room',
} as const satisfies Readonly<Record<Exclude<HostCommand['do'], 'rename' | 'remove'>, string>>;

/** Also after Enter on the last question: only `e` ends the room, so that a second Enter does not. */
export const ASK_END = 'End the room for everyone? Press e to end it, or Esc to keep it open.';

export const ASK_QUIT =
  "Quit? People can't answer until you reopen the room. The program will show you the command. Press q again to quit, or Esc to stay.";

/** The same in a window that is too small for a page. */
export const ASK_QUIT_SHORT = 'q again: quit';

export const askRemove = (name: string): string =>
  `Remove ${name}? Their answers won't count. Press x again to remove this person, or Esc to cancel.`;

export const TEXT_TITLE = 'The text';
export const PEOPLE_TITLE = 'Who is in';
export const ADDRESS_TITLE = 'The address of the room';

/** If the person was removed from another place. */
export const PERSON_GONE = 'This person is no longer in the room.';

/** @param name of the person now */
export const newNameText = (name: string): string => `New name for ${name}:`;

export const handedInCountText = (handedIn: number, of: number): string =>
  `${handedIn} of ${of} handed in`;

/** "3 of 7", "answered", "handed in", with what else is to know about the person. */
export function personStateText(person: {
  readonly isConnected: boolean;
  readonly answered: number;
  readonly of: number;
  readonly hasHandedIn: boolean;
  readonly extra: number;
}): string {
  const { answered, of, hasHandedIn, isConnected, extra } = person;
  const done = hasHandedIn
    ? 'handed in'
    : of === 0
      ? undefined
      : of === 1
        ? answered === 1
          ? 'answered'
          : 'not answered yet'
        : `${answered} of ${of}`;
  return [
    done,
    ...(isConnected ? [] : ['not connected']),
    ...(extra > 0 ? [`${counted(extra, 'minute')} more`] : []),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** Why the room does not do it, and what it can do. @param hasEnded after the end, the room does nothing any more */
export function notDoneText(
  { refused }: Refused,
  command: HostCommand['do'],
  hasEnded: boolean,
): string {
  if (refused !== 'not-now') return hostRefusalText(refused);
  return (hasEnded ? undefined : NOT_NOW[command]) ?? ROOM_ENDED;
}

/** Before the end, the room refuses the other commands for other reasons. */
const NOT_NOW: Partial<Record<HostCommand['do'], string>> = {
  begin: 'The exercise has begun.',
  close: 'No vote is open.',
  talk: 'People can talk only once about each question: after the first vote (t), before the answer is shown.',
  vote: 'People vote again only after a talk.',
  reveal: 'There is no answer to show now.',
  next: 'There is no next question now.',
  back: 'There is no question before this one.',
  minute: 'This room has no time limit.',
};

/** "Taken part: 23 people." and where everything is. */
export const endTexts = (people: number, folder: string): string[] => [
  `${ROOM_ENDED} ${counted(people, 'person', 'people')} took part.`,
  `The results are in ${folder}.`,
  'The report of the room:',
];

export const SAME_COMMAND = "The room hasn't ended. To reopen it:";

/** @param since "10:02" */
export const goesOnText = (since: string): string =>
  `This room was opened at ${since} and hasn't ended.`;

/** After what goes on, where no class reads it. */
export const FOR_ANOTHER_ROOM =
  'For a new room, end this one first, or choose another folder with --dir.';
