import type { Lesson } from '../../core/course/course.js';
import type { CourseMaterial, Passage } from '../../core/course/ledger.js';
import {
  codeText,
  EXERCISE_TITLE,
  STATUS_TEXTS,
  statusText,
  stepText,
  timeText,
} from '../../core/messages/exercise.js';
import { PROGRAM_NAME } from '../../core/messages/home.js';
import { AN_EXAMPLE, lessonTitle } from '../../core/messages/lesson.js';
import { ROUTE_TITLES } from '../../core/messages/menu.js';
import { QUIZ_TITLE, questionCount, tallyOf } from '../../core/messages/review.js';
import { attemptAt, stepsOf } from '../../core/progress/attempt.js';
import { isLengthened, questionNumber } from '../../core/progress/exercise.js';
import { attemptStatus } from '../../core/room/attempt-status.js';
import type { BoardScene } from '../../core/scene/board.js';
import type { Scene } from '../../core/scene/scene.js';
import type { State } from '../../core/state/state.js';
import { fieldView } from '../../core/views/home/join.js';
import type { Page } from '../layout/page.js';

type Head = Pick<Page, 'id' | 'title' | 'where' | 'whereShort' | 'done'>;

export function headOf(state: State, now: Scene, material: () => CourseMaterial): Head {
  const { title } = state.course;
  switch (now.kind) {
    case 'home':
      return { id: 'home', title: PROGRAM_NAME, where: title, whereShort: '' };
    case 'exercise':
      return exerciseHead(state, now);
    case 'field':
      return {
        id: `field ${now.field.asks}`,
        title: fieldView(state.course, now.field).title,
        where: title,
        whereShort: '',
      };
    case 'quiz-end':
      return { id: 'quiz-end', title: QUIZ_TITLE[now.quiz.kind], where: title, whereShort: '' };
    case 'lessons':
    case 'more':
    case 'settings':
    case 'learner-report':
    case 'course-end':
    case 'map':
    case 'cell':
      return { id: now.kind, title: ROUTE_TITLES[now.kind], where: title, whereShort: '' };
    case 'summary':
    case 'example':
    case 'reading':
    case 'board':
    case 'board-verdict':
    case 'board-pending':
      return lessonHead(state, now, material());
    default:
      return now.lesson
        ? lessonHead(state, { ...now, lesson: now.lesson }, material())
        : quizHead(now);
  }
}

function exerciseHead(
  state: State,
  { exercise, score }: Extract<Scene, { kind: 'exercise' }>,
): Head {
  const { handedIn, began } = exercise;
  const phase = handedIn === undefined ? (began === undefined ? 'ready' : 'under way') : 'done';
  const status = attemptStatus(exercise, state.timeOver ? 0 : state.minutesLeft);
  const time = state.minutesLeft === undefined ? [] : [timeText(state.minutesLeft)];
  const end = status === 'open' ? time : [statusText(status, isLengthened(exercise))];
  return {
    id: `exercise ${phase} ${score.answered} ${state.route.name}`,
    title: EXERCISE_TITLE,
    where: [codeText(exercise.room), ...end].join(' · '),
    whereShort: status === 'open' ? (time[0] ?? '') : STATUS_TEXTS[status],
  };
}

export type HeadQuestion = Extract<
  Scene,
  { kind: 'check' | 'certainty' | 'second-look' | 'verdict' | 'answer-pending' }
>;

type InLesson =
  | Extract<Scene, { kind: 'summary' | 'reading' | 'example' | BoardScene['kind'] }>
  | (HeadQuestion & { readonly lesson: Lesson });

function quizHead({ quiz, step, kind }: HeadQuestion): Head {
  if (!quiz) return { id: step.id, title: PROGRAM_NAME, where: '', whereShort: '' };
  const count = questionCount(quiz);
  const tally = [tallyOf(quiz)].filter((text) => text !== undefined);
  const total = quiz.answered + quiz.rest.length + (quiz.given === undefined ? 1 : 0);
  return {
    id: `${quiz.kind} ${quiz.seed} ${step.id} ${quiz.answered} ${kind}`,
    title: QUIZ_TITLE[quiz.kind],
    where: ['closed book', count, ...tally].join(' · '),
    whereShort: [count.replace(/\D+(\d+) of /, '$1/'), ...tally].join(' · '),
    done: quiz.answered / Math.max(total, 1),
  };
}

function lessonHead(state: State, now: InLesson, material: CourseMaterial): Head {
  const { course, progress } = state;
  const title = lessonTitle(course, now.lesson);
  if (now.kind === 'summary')
    return { id: `${now.lesson.id} end`, title, where: 'done', whereShort: 'done', done: 1 };
  const attempt = attemptAt(progress, now.lesson.id);
  const { exercise } = progress;
  const count = stepText(state, now.lesson, now.step);
  const time = state.minutesLeft === undefined ? [] : [timeText(state.minutesLeft)];
  const isCounted = now.kind !== 'example' && !(exercise && now.kind === 'reading');
  const counts = isCounted ? [count] : [];
  const again = 'again' in now && now.again ? ' again' : '';
  return {
    id: `${now.lesson.id} ${now.step.id} ${now.kind}${again}`,
    title,
    where: [kindText(state, now, material), ...counts, ...time].filter(Boolean).join(' · '),
    whereShort: [
      ...counts.map((text) => text.replace(/^\D*([\d-]+) of (\d+)$/, '$1/$2')),
      ...time,
    ].join(' · '),
    done: exercise
      ? shareOf(questionNumber(state.course, exercise, now.lesson.id, now.step.id))
      : shareDone(now.lesson, attempt, now.step.id),
  };
}

/** What kind of page it is, before the number of the step. */
function kindText(
  { progress }: State,
  now: Exclude<InLesson, { kind: 'summary' }>,
  material: CourseMaterial,
): string {
  if (now.kind === 'example') return AN_EXAMPLE;
  if (now.kind === 'reading') return paragraphsOf(now.step.passages, material);
  if (now.lesson.closedBook) return 'closed book';
  return progress.exercise || now.step.kind === 'board' ? '' : 'question';
}

const paragraphsOf = (ids: readonly string[], material: CourseMaterial): string =>
  material.passages
    .filter((passage: Passage) => ids.includes(passage.id))
    .map(({ paragraph }) => `¶${paragraph}`)
    .join(' ');

const shareOf = ({ number, of }: { number: number; of: number }): number =>
  (number - 1) / Math.max(of, 1);

function shareDone(lesson: Lesson, attempt: ReturnType<typeof attemptAt>, id: string): number {
  const steps = attempt ? stepsOf(lesson, attempt) : lesson.body;
  return steps.findIndex((step) => step.id === id) / Math.max(steps.length, 1);
}
