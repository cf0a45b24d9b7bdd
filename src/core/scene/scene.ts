import { orderedChoices } from '../choice-order.js';
import type { Example, Lesson, Reading } from '../course/course.js';
import { stepAt } from '../course/lesson.js';
import { grade } from '../grade.js';
import { memoize } from '../memoize.js';
import { attemptAt } from '../progress/attempt.js';
import { isSurelyMissed } from '../progress/checks.js';
import { type ExerciseScore, exerciseScore } from '../progress/exercise.js';
import type { Exercise } from '../progress/progress.js';
import type { Quiz } from '../review/quiz.js';
import type { MenuEntry } from '../state/menu-entry.js';
import type { LessonRoute } from '../state/route.js';
import type { State } from '../state/state.js';
import { type BoardScene, boardScene, rowToBegin } from './board.js';
import { ledScene } from './led.js';
import {
  courseEndMenu,
  endMenu,
  exerciseMenu,
  homeMenu,
  type MenuScene,
  mapMenu,
  pageMenu,
  reportMenu,
  summaryMenu,
} from './menu.js';
import type { OutsideScene } from './outside-scene.js';
import { type CheckScene, checkScene, questionScene } from './question.js';

/** What is on screen, derived from the state. */
export type Scene =
  | { readonly kind: 'home'; readonly menu: readonly MenuEntry[] }
  /** The page of a room's exercise: before it begins, while it runs, and after it is handed in. */
  | {
      readonly kind: 'exercise';
      readonly exercise: Exercise;
      readonly score: ExerciseScore;
      readonly menu: readonly MenuEntry[];
    }
  | { readonly kind: 'example'; readonly lesson: Lesson; readonly step: Example }
  | { readonly kind: 'reading'; readonly lesson: Lesson; readonly step: Reading }
  | CheckScene
  | BoardScene
  | { readonly kind: 'summary'; readonly lesson: Lesson; readonly menu: readonly MenuEntry[] }
  | MenuScene
  | OutsideScene;

const CONTINUABLE = [
  'example',
  'reading',
  'verdict',
  'answer-pending',
  'board-verdict',
  'board-pending',
] as const;

type ContinuableScene = Extract<Scene, { kind: (typeof CONTINUABLE)[number] }>;

/** Whether the scene has no choice, only a next step. */
export const canContinue = (now: Scene): now is ContinuableScene =>
  (CONTINUABLE as readonly string[]).includes(now.kind);

/** The number of entries that the highlight moves through: of the menu, the choices, or the rows of a board. */
export function entryCount(now: Scene): number {
  if ('rows' in now) return now.rows.length;
  if (now.kind === 'check' || now.kind === 'certainty') return now.choices.length;
  return 'menu' in now ? now.menu.length : 0;
}

/** The highlighted entry, from 0; -1 if nothing is highlighted. A menu and a board always highlight one. */
export function highlightOf({ highlight }: State, now: Scene): number {
  if (now.kind === 'check' || now.kind === 'certainty' || highlight >= 0) return highlight;
  return 'rows' in now ? rowToBegin(now) : 0;
}

/** Whether the story is closed at a question. Outside lessons, learners cannot look anything up. */
export const isClosedBook = ({ lesson }: { readonly lesson?: Lesson }): boolean =>
  lesson?.closedBook ?? true;

export const scene: (state: State) => Scene = memoize(sceneOf);

function sceneOf(state: State): Scene {
  const { route } = state;
  switch (route.name) {
    case 'home':
    case 'hand-in':
      return homeScene(state);
    case 'lesson':
      return lessonScene(state, route);
    case 'quiz':
      return quizScene(state, route.quiz);
    case 'learner-report':
      return { kind: 'learner-report', report: route.report, menu: reportMenu() };
    case 'course-end':
      return { kind: 'course-end', skills: route.skills, menu: courseEndMenu(state) };
    case 'map':
      return { kind: 'map', map: route.map, menu: mapMenu(route.map) };
    case 'cell': {
      const cell = route.map.cells[route.cell];
      return cell ? { kind: 'cell', cell } : homeScene(state);
    }
    case 'field':
      return { kind: 'field', field: route };
    default:
      return { kind: route.name, menu: pageMenu(route.name, state) };
  }
}

function homeScene(state: State): Scene {
  const { exercise } = state.progress;
  if (!exercise) return { kind: 'home', menu: homeMenu(state) };
  const score = exerciseScore(state.course, state.progress, exercise);
  return { kind: 'exercise', exercise, score, menu: exerciseMenu(state, exercise, score) };
}

function lessonScene(state: State, { lesson, step }: LessonRoute): Scene {
  const { exercise } = state.progress;
  const attempt =
    attemptAt(state.progress, lesson.id) ??
    (exercise && { seed: exercise.room.code, ...NOT_BEGUN });
  const current = stepAt(lesson, step);
  if (!attempt || !current) return { kind: 'summary', lesson, menu: summaryMenu(state, lesson) };
  const led = ledScene(state, lesson, attempt, current);
  if (led) return led;
  switch (current.kind) {
    case 'example':
      return { kind: 'example', lesson, step: current };
    case 'reading':
      return { kind: 'reading', lesson, step: current };
    case 'board':
      return boardScene(state, lesson, attempt, current);
    case 'check':
      return checkScene(state, lesson, attempt, current);
  }
}

/** The attempt for a lesson that the learner had not begun when the exercise was handed in, without its seed. */
const NOT_BEGUN = { step: '', answers: {} } as const;

function quizScene(state: State, quiz: Quiz): Scene {
  const { question, given, seed } = quiz;
  if (!question) return { kind: 'quiz-end', quiz, menu: endMenu(state, quiz) };
  const { check: step, said } = question;
  const base = { quiz, step, ...(said !== undefined && { said }) };
  if (given === undefined) return questionScene(base, seed, state.pendingChoice);
  const { from } = question;
  const surelyMissed = from.kind === 'review' && isSurelyMissed(state.progress, from.check);
  return {
    kind: 'verdict',
    ...base,
    choices: orderedChoices(step, seed),
    verdict: grade(step, given),
    corrected: false,
    mended: false,
    surelyMissed,
    isOpen: false,
  };
}
