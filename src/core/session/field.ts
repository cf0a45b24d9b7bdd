import {
  codeRejectedText,
  NO_CODE,
  NO_NAME,
  nameTakenText,
  severalBegunText,
} from '../messages/exercise.js';
import type { Exercise } from '../progress/progress.js';
import { bareCode } from '../room/codes/base32.js';
import { nameOfNobody, type PeopleHere } from '../room/people-here.js';
import { cleanName, LONGEST_NAME, nameKey, type Person } from '../room/person.js';
import type { Room } from '../room/room.js';
import { longestCode, readRoomCode } from '../room/room-code.js';
import { hasEnded } from '../room/time-limit.js';
import type { Action } from '../state/action.js';
import type { SessionContext } from '../state/context.js';
import { goHome, showRoute } from '../state/navigate.js';
import type { FieldRoute } from '../state/route.js';
import type { Next, State } from '../state/state.js';
import { type Transition, unchanged } from '../state/transition.js';
import { typedAfter, withoutLast } from '../text/typed.js';
import { type ExerciseContext, roomEndedText } from './exercise.js';

/** The most characters in a field. A code may have a space or a dash after each character. */
const LONGEST: Readonly<Record<FieldRoute['asks'], number>> = {
  code: 60,
  name: LONGEST_NAME,
  'new-name': LONGEST_NAME,
};

export const askCode = (state: State): State =>
  showRoute(state, { name: 'field', asks: 'code', typed: '' });

/** A name that the learner has typed before is in the field. */
export const askNewName = ({ state, exercise: { person } }: ExerciseContext): Transition =>
  unchanged(
    showRoute(state, {
      name: 'field',
      asks: 'new-name',
      typed: person.named ? person.name : '',
    }),
  );

type Edit = Extract<Action, { type: 'type' | 'erase' }>;

function edited(typed: string, edit: Edit, most: number): string {
  if (edit.type === 'type') return typedAfter(typed, edit.text, most);
  return edit.all ? '' : withoutLast(typed);
}

/** Types into the field or erases from it. A code that is long enough is read at once. */
export function editField(state: State, edit: Edit, context: SessionContext): State {
  const { route } = state;
  if (route.name !== 'field' || state.overlay) return state;
  const { problem: _, ...rest } = route;
  const typed = edited(route.typed, edit, LONGEST[route.asks]);
  const after: State = { ...state, route: { ...rest, typed } };
  if (route.asks !== 'code' || bareCode(typed).length < longestCode(state.course)) return after;
  const room = roomIn(typed, state, context);
  return 'rejected' in room ? withProblem(after, codeRejectedText(typed, room)) : after;
}

const roomIn = (typed: string, { course: index }: State, { lesson, now }: SessionContext) =>
  readRoomCode({ index, lesson }, typed, now());

const peopleIn = (room: Room, { peopleHere }: SessionContext): PeopleHere =>
  peopleHere?.(room) ?? { begun: [], elsewhere: [], newId: '' };

/** The field keeps what was typed. */
const withProblem = (state: State, problem: string): State =>
  state.route.name === 'field' ? { ...state, route: { ...state.route, problem } } : state;

/** Takes the text of the field. */
export function enterField(state: State, field: FieldRoute, context: SessionContext): Transition {
  switch (field.asks) {
    case 'code':
      return unchanged(takeCode(state, field.typed, context));
    case 'name':
      return unchanged(takeName(state, field));
    case 'new-name':
      return takeNewName(state, field.typed, context);
  }
}

function takeCode(state: State, typed: string, context: SessionContext): State {
  if (bareCode(typed) === '') return withProblem(state, NO_CODE);
  const room = roomIn(typed, state, context);
  if ('rejected' in room) return withProblem(state, codeRejectedText(typed, room));
  const people = peopleIn(room, context);
  if (hasEnded(room, context.now()) && isNobody(people))
    return withProblem(state, roomEndedText(room, context));
  return showRoute(state, { name: 'field', asks: 'name', typed: '', room, people });
}

/** Those who have begun on this computer can still look at their answers. */
const isNobody = ({ begun, elsewhere }: PeopleHere): boolean =>
  begun.length + elsewhere.length === 0;

function takeName(
  state: State,
  { typed, room, people }: Extract<FieldRoute, { asks: 'name' }>,
): State {
  const { begun, newId: id } = people;
  const next: Next = { at: 'room', code: room.code, id };
  if (typed.trim() !== '') {
    const name = cleanName(typed);
    return name === undefined
      ? withProblem(state, NO_NAME)
      : { ...state, hasQuit: true, next: { ...next, name } };
  }
  const name = nameOfNobody(people);
  if (name === undefined) return withProblem(state, severalBegunText(begun));
  return { ...state, hasQuit: true, next: begun.length > 0 ? { ...next, name } : next };
}

/** Without a name, everything stays as it is. */
function takeNewName(state: State, typed: string, context: SessionContext): Transition {
  const { exercise } = state.progress;
  if (!exercise || typed.trim() === '') return unchanged(goHome(state));
  const name = cleanName(typed);
  if (name === undefined) return unchanged(withProblem(state, NO_NAME));
  const person: Person = { ...exercise.person, name, named: true };
  const { begun, elsewhere } = peopleIn(exercise.room, context);
  if (isOfSomebodyElse(person, [...begun, ...elsewhere]))
    return unchanged(withProblem(state, nameTakenText(name)));
  return { state: goHome(state), events: renamed(exercise, person) };
}

/** Two people with one name could not both come back to their answers on this computer. */
const isOfSomebodyElse = ({ id, name }: Person, others: readonly Person[]): boolean =>
  others.some((other) => other.id !== id && nameKey(other.name) === nameKey(name));

function renamed({ room, person: before, exercise }: Exercise, person: Person) {
  const isSame = before.name === person.name && before.named;
  return isSame ? [] : [{ k: 'join', room, person, exercise } as const];
}
