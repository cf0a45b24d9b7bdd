import type { ChosenAt } from '../../live-room/event.js';
import type { HandedIn, NewEntry } from '../../log/entry.js';
import { CHOOSE_FIRST } from '../../messages/lesson.js';
import { ROOM_LEADS } from '../../messages/live-room/join.js';
import type { LiveSteps, SessionContext } from '../../state/context.js';
import { type Draft, type Live, type LiveChange, ledBy, type RoomNews } from '../../state/live.js';
import { NOTHING, showRoute } from '../../state/navigate.js';
import type { State } from '../../state/state.js';
import { type Transition, unchanged } from '../../state/transition.js';
import { arriveAtStep, beginExercise, handIn, inExercise } from '../exercise.js';
import { answerEntries } from './answer-entries.js';
import { minutesInRoom } from './clock.js';
import { whileLed } from './while-led.js';

/** What a change in the room does to a session. Without a live room, nothing. */
function takeChange(state: State, change: LiveChange, context: SessionContext): Transition {
  const { live } = state;
  if (!live) return unchanged(state);
  if ('news' in change) return follow({ ...state, live: heard(live, change.news) }, state, context);
  if ('saved' in change) return unchanged({ ...state, live: withSaved(live, change.saved) });
  if ('refused' in change) return unchanged({ ...state, live: without(live, change.refused) });
  const { refusal: _, ...rest } = live;
  const { link, refusal } = change;
  const linked = { ...rest, link, ...(refusal !== undefined && { refusal }) };
  const after = { ...state, live: linked };
  return link === 'refused' ? goAlone(after, context) : unchanged(after);
}

function heard({ draft, ...live }: Live, news: RoomNews): Live {
  const { refusal: _, ...rest } = live;
  const isOfVote = draft && isVoteOf(draft, news) && news.phase === 'open';
  return { ...rest, link: 'joined', isAlone: false, news, ...(isOfVote && { draft }) };
}

const isVoteOf = ({ at, round }: Draft, { stop }: RoomNews): boolean =>
  stop?.at === at && stop.round === round;

const withSaved = (live: Live, saved: Draft): Live =>
  live.draft === saved ? { ...live, draft: { ...saved, isSaved: true } } : live;

function without(live: Live, refused: Draft): Live {
  const { draft, ...rest } = live;
  return draft === refused ? rest : live;
}

/** Goes where the room is, and records the answers to votes that are over. */
function follow(state: State, before: State, context: SessionContext): Transition {
  const news = state.live?.news;
  if (!news || state.progress.exercise?.handedIn !== undefined) return unchanged(state);
  const answers = answerEntries(state, choicesOver(before, news), context);
  switch (news.phase) {
    case 'lobby':
      return { state: toHome(state), events: answers };
    case 'own':
      return followOwn(state, answers, context);
    case 'handed-in':
    case 'ended':
      return inExercise(state, context, (current) =>
        handIn(current, becauseOf(before), [...began(state), ...answers]),
      );
    default:
      return followVote(state, before, answers, context);
  }
}

/** With the pace `own`, somebody who has not handed in has run out of time. */
const becauseOf = ({ live }: State): HandedIn['because'] =>
  live?.news?.phase === 'own' ? 'time' : 'chosen';

const toHome = (state: State): State =>
  state.route.name === 'home' ? state : showRoute(state, { name: 'home' });

/** What the room knows, and the last answer to a first vote that is over. */
function choicesOver({ live }: State, news: RoomNews): readonly ChosenAt[] {
  const draft = live?.draft;
  const isOver = draft?.round === 1 && !(isVoteOf(draft, news) && news.phase === 'open');
  const known = new Set(news.known.map(([check]) => check));
  const drafted = isOver ? draft.choices.filter(([check]) => !known.has(check)) : [];
  return [...news.known, ...drafted];
}

const began = ({ progress }: State): readonly NewEntry[] =>
  progress.exercise?.began === undefined ? [{ k: 'begin' }] : [];

/** Everyone begins when the room does. */
function followOwn(
  state: State,
  answers: readonly NewEntry[],
  context: SessionContext,
): Transition {
  if (state.progress.exercise?.began !== undefined) return { state, events: answers };
  const begun = inExercise(state, context, beginExercise);
  return { state: begun.state, events: [...begun.events, ...answers] };
}

function followVote(
  state: State,
  before: State,
  answers: readonly NewEntry[],
  context: SessionContext,
): Transition {
  const led = ledBy(state);
  const events = [...began(state), ...answers];
  if (!led) return { state, events };
  const { stop } = led;
  if (isSameView(led, ledBy(before))) return { state, events };
  const arrived = inExercise(state, context, (current) =>
    arriveAtStep(current, stop.lesson, stop.step),
  );
  return {
    state: asAnswered(withoutNotice(arrived.state), stop.chosen),
    events: [...events, ...arrived.events.filter((one) => !isStarted(one, events))],
  };
}

/** A second start would hide the answers since the first. */
const isStarted = (one: NewEntry, events: readonly NewEntry[]): boolean =>
  one.k === 'start' && events.some((other) => other.k === 'start' && other.lesson === one.lesson);

type LedNow = ReturnType<typeof ledBy>;

const isSameView = (now: LedNow, before: LedNow): boolean =>
  now?.phase === before?.phase &&
  now?.stop.lesson === before?.stop.lesson &&
  now?.stop.step === before?.stop.step &&
  now?.stop.round === before?.stop.round &&
  now?.stop.canAnswer === before?.stop.canAnswer;

/** What a key did not do at the step before. */
function withoutNotice(state: State): State {
  const { notice, ...rest } = state;
  return notice === ROOM_LEADS || notice === CHOOSE_FIRST ? rest : state;
}

/** Nothing is highlighted on a question that opens. A board has the headings that the room knows. */
function asAnswered(state: State, chosen: Readonly<Record<string, string>>): State {
  const { placed: _, ...rest } = state;
  return { ...rest, highlight: NOTHING, placed: chosen };
}

/** Goes on without the room, at the same step. The answer that the room may not have is recorded here. */
function goAlone(state: State, context: SessionContext): Transition {
  const { live } = state;
  if (!live || live.isAlone) return unchanged(state);
  const { draft, ...rest } = live;
  const choices = draft?.round === 1 ? draft.choices : [];
  const { placed: _, ...page } = showRoute(state, state.route);
  return {
    state: { ...page, live: { ...rest, isAlone: true } },
    events: answerEntries(state, choices, context),
  };
}

export const LIVE_STEPS: LiveSteps = { takeChange, goAlone, whileLed, minutesLeft: minutesInRoom };
