import { attributionMap } from '../course/attribution-map.js';
import type { CourseIndex, Lesson } from '../course/course.js';
import { learnerReport } from '../learner-report/report.js';
import { pastAnswers } from '../log/past-answers.js';
import { type ClaimsRead, claimsRead } from '../progress/claims-read.js';
import type { Progress } from '../progress/progress.js';
import { reviewOn } from '../review/queue.js';
import { beginDrill, beginReview, nextQuestion, type Quiz, restartDrill } from '../review/quiz.js';
import type { SessionContext } from '../state/context.js';
import { showRoute } from '../state/navigate.js';
import type { Origin } from '../state/route.js';
import type { State } from '../state/state.js';

export type QuizKind = Quiz['kind'];

/** Begins a review of the checks due, or the drill "Who said it?". */
export function beginQuiz(state: State, kind: QuizKind, context: SessionContext): State {
  const { course, progress, today } = state;
  const quiz =
    kind === 'review'
      ? beginReview(reviewOn(course, progress, today), context.seed(), context)
      : beginDrill(context.seed(), readBy(course, progress, context).seen, context);
  return showRoute(state, { name: 'quiz', quiz, more: false });
}

/** Goes to the next question, or to the quiz's end. */
export function nextInQuiz(state: State, context: SessionContext): State {
  const { route } = state;
  if (route.name !== 'quiz') return state;
  return showRoute(state, { ...route, quiz: nextQuestion(route.quiz, context), more: false });
}

/** Restarts the drill in a preview whose course has changed, or goes home if the course no longer has one. */
export function reloadQuiz(state: State, context: SessionContext): State {
  const { route, course } = state;
  if (route.name !== 'quiz' || !course.hasDrill) return showRoute(state, { name: 'home' });
  return { ...state, route: { ...route, quiz: restartDrill(route.quiz, context) } };
}

export function openReport(state: State, context: SessionContext): State {
  const { course, progress, today } = state;
  const input = {
    course,
    lessons: lessonsOf(course, context),
    material: context.material(),
    progress,
    past: pastAnswers(context.history()),
    today,
  };
  return showRoute(state, {
    name: 'learner-report',
    report: learnerReport(input),
    from: originOf(state),
  });
}

export function openMap(state: State, context: SessionContext): State {
  const { done } = readBy(state.course, state.progress, context);
  const map = attributionMap(context.material(), ({ id }) => done.has(id));
  return showRoute(state, { name: 'map', map, from: originOf(state) });
}

const originOf = ({ route, highlight }: State): Origin => ({ route, highlight });

const lessonsOf = ({ lessons }: CourseIndex, context: SessionContext): Lesson[] =>
  lessons.map(({ id }) => context.lesson(id));

const readBy = (course: CourseIndex, progress: Progress, context: SessionContext): ClaimsRead =>
  claimsRead(lessonsOf(course, context), progress, context.material());
