import type { Problem } from '../course/problem.js';
import { canContinue, highlightOf, scene } from '../scene/scene.js';
import type { Action } from '../state/action.js';
import { type SessionContext, todayIn } from '../state/context.js';
import { close, scrollTo } from '../state/navigate.js';
import { hasProblems, type State } from '../state/state.js';
import { type Transition, unchanged } from '../state/transition.js';
import { handInBoard, put, takeBack } from './answering/board.js';
import { answerOrAskCertainty, endTime, rateAnswer } from './answering/certainty.js';
import { hint, look, noteLookUp, showMore } from './answering/look-ups.js';
import { chooseAgain, showAnswer } from './answering/second-look.js';
import { choose } from './choose.js';
import { atTime } from './exercise.js';
import { editField, enterField } from './field.js';
import { countOf, move, point } from './highlight.js';
import { goBack, goNext, openLesson } from './lesson.js';
import { reload } from './reload.js';

/** Decides what an action does. The new state still has the old progress: the store adds the events to it. */
export function step(before: State, action: Action, context: SessionContext): Transition {
  const now = atTime(before, context);
  // Another window that took the exercise over may have started its limit again, so leaving does not hand in.
  if (now.minutesLeft === 0 && action.type !== 'quit') return endTime(now, context);
  if (action.type === 'tick') return unchanged(now);
  if (action.type === 'live')
    return context.liveRoom?.takeChange(now, action.change, context) ?? unchanged(now);
  const { notice: _, ...rest } = now;
  const state = { ...rest, today: todayIn(context, now.progress) };
  if (hasProblems(state) && !DURING_PROBLEMS.includes(action.type)) return unchanged(state);
  const led = context.liveRoom?.whileLed(state, action);
  if (led) return unchanged(led);
  switch (action.type) {
    case 'move':
      return unchanged(move(state, action.by));
    case 'point':
      return unchanged(point(state, action.at));
    case 'point-last':
      return unchanged(point(state, countOf(state) - 1));
    case 'put':
      return unchanged(put(state, action.at));
    case 'take-back':
      return unchanged(takeBack(state, action.at));
    case 'enter':
      return enter(action.passageInSight ? noteLookUp(state, 'passages') : state, context);
    case 'show-answer':
      return showAnswer(state);
    case 'rate':
      return rateAnswer(state, action.certainty, context);
    case 'next':
      return goNext(state, context);
    case 'type':
    case 'erase':
      return unchanged(editField(state, action, context));
    case 'back':
      return goBack(state, context);
    case 'look':
      return unchanged(look(state, action.at));
    case 'hint':
      return unchanged(hint(state));
    case 'more':
      return unchanged(showMore(state));
    case 'scroll':
      return unchanged(scrollTo(state, action.to));
    case 'close':
      return unchanged(close(state));
    case 'go-alone':
      return context.liveRoom?.goAlone(state, context) ?? unchanged(state);
    case 'quit':
      return unchanged({ ...state, hasQuit: true });
    case 'reload':
      return takeCourse(state, action, context);
    case 'problems':
      return unchanged(showProblems(state, action.problems));
  }
}

/** Actions allowed while problems are shown. The page below them belongs to the old course. */
const DURING_PROBLEMS: readonly Action['type'][] = ['scroll', 'quit', 'reload', 'problems'];

function takeCourse(
  state: State,
  { course, open, findings = [] }: Extract<Action, { type: 'reload' }>,
  context: SessionContext,
): Transition {
  const preview = state.preview && { problems: [], findings, scroll: 0 };
  const reloaded = reload({ ...state, ...(preview && { preview }) }, course, context);
  return open === undefined ? reloaded : openLesson(reloaded.state, open, context);
}

/** Keeps the scroll position while the author fixes problems from the top. */
const showProblems = (state: State, problems: readonly Problem[]): State => ({
  ...state,
  preview: { problems, scroll: state.preview?.scroll ?? 0 },
});

function enter(state: State, context: SessionContext): Transition {
  if (state.overlay) return unchanged(state);
  const now = scene(state);
  if (now.kind === 'field') return enterField(state, now.field, context);
  if (now.kind === 'check') return answerOrAskCertainty(state, now, context);
  if (now.kind === 'board') return handInBoard(state, now, context);
  if (now.kind === 'second-look') return unchanged(chooseAgain(state));
  if (canContinue(now)) return goNext(state, context);
  const entry = 'menu' in now ? now.menu[highlightOf(state, now)] : undefined;
  return entry ? choose(state, entry, context) : unchanged(state);
}
