import type { Course } from '../../src/core/course/course.js';
import { afterEvent } from '../../src/core/live-room/after-event.js';
import { dueBy } from '../../src/core/live-room/due.js';
import type { ChosenAt, Happening, RoomEvent } from '../../src/core/live-room/event.js';
import { afterCommand, type HostCommand } from '../../src/core/live-room/host-command.js';
import {
  type LiveRoom,
  type LiveRules,
  newRoom,
  voteNow,
} from '../../src/core/live-room/live-room.js';
import type { JoinMessage, PersonMessage } from '../../src/core/live-room/message.js';
import { afterJoin, afterMessage } from '../../src/core/live-room/person-message.js';
import type { Refusal, Refused } from '../../src/core/live-room/refusal.js';
import { type Stop, stopsOf } from '../../src/core/live-room/stop.js';
import type { HostView } from '../../src/core/views/live-room/host-view.js';
import type { PersonView, QuestionStop } from '../../src/core/views/live-room/person-view.js';
import { type RoomPlan, roomPlan } from '../../src/core/views/live-room/plan.js';
import { hostView } from '../../src/core/views/live-room/write-host-view.js';
import { personView } from '../../src/core/views/live-room/write-person-view.js';
import { courseWith, kinds, lessonWith } from './kinds-course.js';

const [who, why] = ['who', 'why'].map((id) => kinds.body.find((step) => step.id === id));
if (who?.kind !== 'check' || why?.kind !== 'check') throw new Error('the course lacks a question');

/** A lesson with every kind of question, and a closed-book lesson that shows its text first. */
export const liveCourse: Course = courseWith([
  kinds,
  lessonWith(
    'from-memory',
    [
      { kind: 'reading', id: 'read-all', passages: ['p1', 'p2'], lookFor: 'Who says what?' },
      { ...who, id: 'who-again' },
      { ...why, id: 'why-again' },
    ],
    { closedBook: true },
  ),
]);

export const stops: readonly Stop[] = stopsOf(liveCourse.lessons);

/** The index of the stop with this step. */
export const stopOf = (step: string): number => stops.findIndex((stop) => stop.step.id === step);

export const planOf = ({ index, material, lessons }: Course): RoomPlan =>
  roomPlan(index, material, stopsOf(lessons), 'TUESDAY');

export const livePlan: RoomPlan = planOf(liveCourse);

type GivenRules = Partial<LiveRules['room']> & Partial<Pick<LiveRules, 'pace'>>;

export const liveRules = ({ pace = 'together', ...room }: GivenRules = {}): LiveRules => ({
  pace,
  door: '7k2m',
  room: {
    ...{ code: 'TUESDAY', lessons: ['kinds', 'from-memory'], minutes: 0, feedback: 'later' },
    ...room,
  },
});

/** A live room as a test plays it: nothing is stored, and its clock stands still until `wait`. */
export type LiveGame = {
  readonly room: () => LiveRoom;
  readonly journal: readonly RoomEvent[];
  readonly now: () => number;
  /** Each gives the refusal, if there is one. */
  readonly host: (...commands: readonly (HostCommand | SimpleCommand)[]) => Refusal | undefined;
  readonly join: (message: Partial<JoinMessage>, id?: string) => Refusal | undefined;
  readonly send: (id: string, message: PersonMessage) => Refusal | undefined;
  /** Answers at the stop that everyone is at, in the round that is open. */
  readonly answer: (id: string, ...choices: readonly ChosenAt[]) => Refusal | undefined;
  readonly wait: (ms: number) => void;
  readonly view: (id: string) => PersonView;
  /** The only question that a person sees. */
  readonly question: (id: string) => QuestionStop;
  readonly hostView: (...connected: readonly string[]) => HostView;
};

type SimpleCommand = Exclude<HostCommand['do'], 'rename' | 'remove'>;

const BEGINNING = 1_800_000_000_000;

export const isRead = (at: number): boolean => stops[at]?.step.kind === 'reading';

export function liveGame(given: GivenRules = {}, plan: RoomPlan = livePlan): LiveGame {
  const rules = liveRules(given);
  const journal: RoomEvent[] = [];
  let [room, now, nonces] = [newRoom(rules), BEGINNING, 0];
  const happen = (events: readonly Happening[] | Refused): Refusal | undefined => {
    if ('refused' in events) return events.refused;
    for (const one of events) {
      const event: RoomEvent = { t: now, ...one };
      journal.push(event);
      room = afterEvent(room, event, isRead);
    }
    return undefined;
  };
  const opened = { version: 1, rules, course: 'kinds', words: 'a1b2c3' } as const;
  happen([{ k: 'room', ...opened, exercise: '0123', host: 'ff' }]);
  const command = (one: HostCommand | SimpleCommand): Refusal | undefined =>
    happen(afterCommand(room, typeof one === 'string' ? { do: one } : one, plan.stops, now));
  const send = (id: string, message: PersonMessage): Refusal | undefined =>
    happen(afterMessage(room, id, message, plan.stops, now));
  const view = (id: string): PersonView => personView(room, id, plan, now);
  return {
    room: () => room,
    journal,
    now: () => now,
    host: (...commands) => commands.map(command).findLast((refused) => refused !== undefined),
    join: (message, id = message.name ?? '') => {
      const complete = { code: 'TUESDAY', name: '', wayIn: 'browser', ...message } as const;
      const events = afterJoin(room, complete, { id, token: `token of ${id}` });
      return happen('refused' in events ? events : [events]);
    },
    send,
    answer: (id, ...choices) => {
      nonces += 1;
      const round = voteNow(room)?.round ?? 1;
      return send(id, { do: 'answer', stop: room.at, round, choices, nonce: `nonce ${nonces}` });
    },
    wait: (ms) => {
      now += ms;
      happen(dueBy(room, now));
    },
    view,
    question: (id) => {
      const [stop] = view(id).stops;
      if (stop?.kind !== 'question') throw new Error(`${id} sees no question`);
      return stop;
    },
    hostView: (...connected) => hostView(room, plan, now, new Set(connected)),
  };
}

/** A room at its first question, with these people in it. Their ids are their names. */
export function begun(people: readonly string[], given: GivenRules = {}): LiveGame {
  const game = liveGame(given);
  for (const name of people) game.join({ name });
  game.host('begin');
  return game;
}

/** Moves everyone to the stop with this step. */
export function goTo(game: LiveGame, step: string): void {
  while (game.room().at < stopOf(step)) game.host('close', 'next');
}
