import { attributionMap } from '../course/attribution-map.js';
import type { CourseIndex, Lesson } from '../course/course.js';
import { type CourseMaterial, materialIn } from '../course/ledger.js';
import { learnerReport, skillReports } from '../learner-report/report.js';
import { pastAnswers } from '../log/past-answers.js';
import { shortRoundText } from '../messages/review.js';
import { passagesRead } from '../progress/passages-read.js';
import { bestRound } from '../review/best-round.js';
import { reviewOn } from '../review/queue.js';
import {
  beginDrill,
  beginReview,
  isShort,
  nextQuestion,
  type Quiz,
  restartDrill,
} from '../review/quiz.js';
import { passagesShown } from '../scene/visible-passages.js';
import type { SessionContext } from '../state/context.js';
import { showRoute } from '../state/navigate.js';
import type { Origin } from '../state/route.js';
import type { State } from '../state/state.js';

export type QuizKind = Quiz['kind'];

/** Begins a review of the checks due, or a round of "Who said it?"; goes on with a round that the learner left. */
export function beginQuiz(state: State, kind: QuizKind, context: SessionContext): State {
  const { round, ...rest } = state;
  if (kind === 'drill' && round) return showRoute(rest, { name: 'quiz', quiz: round, more: false });
  const { course, progress, today } = state;
  const quiz =
    kind === 'review'
      ? beginReview(reviewOn(course, progress, today), context.seed(), context)
      : beginDrill(context.seed(), materialRead(state, context));
  const begun = showRoute(state, { name: 'quiz', quiz, more: false });
  return isShort(quiz) ? { ...begun, notice: shortRoundText(quiz) } : begun;
}

/** Goes to the next question, or to the quiz's end. */
export function nextInQuiz(state: State, context: SessionContext): State {
  const { route } = state;
  if (route.name !== 'quiz') return state;
  const quiz = atEnd(nextQuestion(route.quiz), context);
  const next = showRoute(state, { ...route, quiz, more: false });
  // The end opens at the top, where the score is. The menu below it may not fit the window.
  return quiz.question ? next : { ...next, scroll: 0 };
}

/** At its end, a round says what the best round before it was. */
function atEnd(quiz: Quiz, context: SessionContext): Quiz {
  if (quiz.kind !== 'drill' || quiz.question) return quiz;
  const others = pastAnswers(context.history()).filter(
    (answer) => answer.k === 'drill' && answer.round !== quiz.seed,
  );
  const best = bestRound(others, quiz.answered);
  return { ...quiz, ...(best !== undefined && { best }) };
}

const materialRead = (state: State, context: SessionContext): CourseMaterial =>
  materialIn(passagesShown(state, context.material()), context.material());

/** Restarts the drill in a preview whose course has changed, or goes home if the course no longer has one. */
export function reloadQuiz(state: State, context: SessionContext): State {
  const { route, course } = state;
  if (route.name !== 'quiz' || !course.hasDrill) return showRoute(state, { name: 'home' });
  const quiz = restartDrill(route.quiz, materialRead(state, context));
  return { ...state, route: { ...route, quiz } };
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

export function openCourseEnd(state: State, context: SessionContext): State {
  const lessons = lessonsOf(state.course, context);
  const skills = skillReports({ lessons, progress: state.progress });
  return showRoute(state, { name: 'course-end', skills });
}

/** The map shows the claims of finished lessons. */
export function openMap(state: State, context: SessionContext): State {
  const { course, progress } = state;
  const material = context.material();
  const done = course.lessons.filter(({ id }) => Object.hasOwn(progress.finished, id));
  const read = passagesRead(done, progress);
  const passages = material.passages.filter(({ id }) => read.has(id));
  const claims = new Set(materialIn(passages, material).claims);
  const map = attributionMap(material, (claim) => claims.has(claim));
  return showRoute(state, { name: 'map', map, from: originOf(state) });
}

const originOf = ({ route, highlight }: State): Origin => ({ route, highlight });

const lessonsOf = ({ lessons }: CourseIndex, context: SessionContext): Lesson[] =>
  lessons.map(({ id }) => context.lesson(id));
