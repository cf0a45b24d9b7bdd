import type { Lesson } from '../course/course.js';
import type { CourseMaterial } from '../course/ledger.js';
import type { LogEntry } from '../log/entry.js';
import { dayOf } from '../memory/day.js';
import type { Exercise } from '../progress/progress.js';
import type { PeopleHere } from '../room/people-here.js';
import type { Room } from '../room/room.js';
import { dayEndsIn, type SettingTexts } from '../settings.js';
import type { Action } from './action.js';
import type { Live, LiveChange } from './live.js';
import type { State } from './state.js';
import type { Transition } from './transition.js';

/** What the session needs from outside. Each call returns the same value, or an event records its result. */
export type SessionContext = {
  /** The lesson with all its steps. Throws if the course has no such id. */
  readonly lesson: (id: string) => Lesson;
  /** A random seed for a new attempt. */
  readonly seed: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The learner's offset from UTC in minutes, east positive. */
  readonly offset: () => number;
  /** Passages, ledger and sources. */
  readonly material: () => CourseMaterial;
  /** The complete log, in any order. */
  readonly history: () => readonly LogEntry[];
  /** Who can take part in the exercise of a room on this computer, now. Absent where no room can be joined. */
  readonly peopleHere?: (room: Room) => PeopleHere;
  /** The command with which somebody can still take part for 10 minutes after a room's common end. */
  readonly lateCommand?: (room: Room) => string;
  /** What the session does in a live room. Absent where it follows none. */
  readonly liveRoom?: LiveSteps;
};

/** The steps of a session that only a live room takes, so that no other session loads them. */
export type LiveSteps = {
  /** What a change in the room does to the session. */
  readonly takeChange: (state: State, change: LiveChange, context: SessionContext) => Transition;
  /** Goes on without the room. */
  readonly goAlone: (state: State, context: SessionContext) => Transition;
  /** What an action does while the room leads. @returns undefined if it does what it does elsewhere */
  readonly whileLed: (state: State, action: Action) => State | undefined;
  /** Whole minutes until this person's time ends. @returns undefined without a limit */
  readonly minutesLeft: (live: Live, exercise: Exercise, now: number) => number | undefined;
};

/** The learner's day now, in days since 1970. */
export const todayIn = (
  context: Pick<SessionContext, 'now' | 'offset'>,
  { settings }: { readonly settings: SettingTexts },
): number => dayOf(context.now(), context.offset(), dayEndsIn(settings));
