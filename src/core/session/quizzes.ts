import { attributionMap } from '../course/attribution-map.js';
import type { CourseIndex, Lesson } from '../course/course.js';
import { learnerReport } from '../learner-report/report.js';
import { pastAnswers } from '../log/past-answers.js';
import { type Read, readClaims } from '../progress/claims-read.js';
import type { Progress } from '../progress/progress.js';
import { beginDrill, beginReview, nextQuestion, type Quiz, restartDrill } from '../review/quiz.js';
import { dueOn, remembered } from '../review/schedule.js';
import { settingsOf } from '../settings.js';
import type { World } from '../state/context.js';
import { showRoute } from '../state/navigate.js';
import type { State } from '../state/state.js';

export type QuizKind = Quiz['kind'];

/** A review of what is due, or rounds of "Who said it?". */
export function beginQuiz(state: State, kind: QuizKind, world: World): State {
  const { course, progress, today } = state;
  const quiz =
    kind === 'review'
      ? beginReview(
          dueOn(remembered(course, progress), today),
          settingsOf(progress.settings).session,
          world.seed(),
          world,
        )
      : beginDrill(world.seed(), readBy(course, progress, world).seen, world);
  return showRoute(state, { name: 'quiz', quiz, more: false });
}

/** To the next question, or to the end. */
export function nextInQuiz(state: State, world: World): State {
  const { route } = state;
  if (route.name !== 'quiz') return state;
  return showRoute(state, { ...route, quiz: nextQuestion(route.quiz, world), more: false });
}

/** Rounds in a preview, whose course has been changed; home where there are none any more. */
export function reloadQuiz(state: State, world: World): State {
  const { route, course } = state;
  if (route.name !== 'quiz' || !course.hasDrill) return showRoute(state, { name: 'home' });
  return { ...state, route: { ...route, quiz: restartDrill(route.quiz, world) } };
}

export function openReport(state: State, world: World): State {
  const { course, progress, today } = state;
  const told = {
    course,
    lessons: lessonsOf(course, world),
    record: world.record(),
    progress,
    past: pastAnswers(world.history()),
    today,
  };
  return showRoute(state, { name: 'learner-report', report: learnerReport(told) });
}

export function openMap(state: State, world: World): State {
  const { done } = readBy(state.course, state.progress, world);
  const map = attributionMap(world.record(), ({ id }) => done.has(id));
  return showRoute(state, { name: 'map', map });
}

const lessonsOf = ({ lessons }: CourseIndex, world: World): Lesson[] =>
  lessons.map(({ id }) => world.lesson(id));

const readBy = (course: CourseIndex, progress: Progress, world: World): Read =>
  readClaims(lessonsOf(course, world), progress, world.record());
