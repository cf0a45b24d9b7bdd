import { orderedChoices } from '../choice-order.js';
import type { AttributionMap, MapCell } from '../course/attribution-map.js';
import type { Check, Choice, Lesson, Reading } from '../course/course.js';
import { stepAt } from '../course/lesson.js';
import { grade, type Verdict } from '../grade.js';
import type { LearnerReport } from '../learner-report/report.js';
import { memoize } from '../memoize.js';
import { attemptAt, isAnswered } from '../progress/attempt.js';
import { isSurelyMissed } from '../progress/checks.js';
import { type ExerciseScore, exerciseScore, hidesVerdicts } from '../progress/exercise.js';
import type { Exercise, LessonAttempt } from '../progress/progress.js';
import type { Quiz } from '../review/quiz.js';
import type { MenuEntry } from '../state/menu-entry.js';
import type { LessonRoute } from '../state/route.js';
import type { State } from '../state/state.js';
import {
  endMenu,
  exerciseMenu,
  homeMenu,
  mapMenu,
  reportMenu,
  settingsMenu,
  summaryMenu,
} from './menu.js';

/** Where a check is asked: in a lesson, or else in a sitting. */
type AskedQuestion = {
  readonly lesson?: Lesson;
  readonly quiz?: Quiz;
  readonly step: Check;
  /** Shown above the question: what was said, without who said it. */
  readonly said?: string;
};

/** What is on screen, derived from the state. */
export type Scene =
  | { readonly kind: 'home'; readonly menu: readonly MenuEntry[] }
  /** The page of a room's exercise: before it begins, while it is under way, and when it is handed in. */
  | {
      readonly kind: 'exercise';
      readonly exercise: Exercise;
      readonly score: ExerciseScore;
      readonly menu: readonly MenuEntry[];
    }
  | { readonly kind: 'reading'; readonly lesson: Lesson; readonly step: Reading }
  | (AskedQuestion & { readonly kind: 'check'; readonly choices: readonly Choice[] })
  /** A choice is made, and waits for how sure it is. */
  | (AskedQuestion & {
      readonly kind: 'certainty';
      readonly choices: readonly Choice[];
      readonly chosen: Choice;
    })
  | (AskedQuestion & {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      /** Whether the key has been changed since the answer was given: its verdict stands all the same. */
      readonly corrected: boolean;
      /** Whether it was wrong, and the learner had been certain. */
      readonly surelyMissed: boolean;
      /** Whether it was never answered: of an exercise that is handed in. */
      readonly isOpen: boolean;
    })
  /** What was answered, where verdicts wait until all is handed in. */
  | (AskedQuestion & {
      readonly kind: 'answer-pending';
      readonly choices: readonly Choice[];
      readonly chosen: string;
    })
  | { readonly kind: 'summary'; readonly lesson: Lesson; readonly menu: readonly MenuEntry[] }
  /** The end of a sitting, or that nothing can be asked. */
  | { readonly kind: 'quiz-end'; readonly quiz: Quiz; readonly menu: readonly MenuEntry[] }
  | { readonly kind: 'settings'; readonly menu: readonly MenuEntry[] }
  | {
      readonly kind: 'learner-report';
      readonly report: LearnerReport;
      readonly menu: readonly MenuEntry[];
    }
  | { readonly kind: 'map'; readonly map: AttributionMap; readonly menu: readonly MenuEntry[] }
  | { readonly kind: 'cell'; readonly cell: MapCell };

type ContinuableScene = Extract<Scene, { kind: 'reading' | 'verdict' | 'answer-pending' }>;

/** Whether there is nothing to choose, and a next step to go to. */
export const canContinue = (now: Scene): now is ContinuableScene =>
  now.kind === 'reading' || now.kind === 'verdict' || now.kind === 'answer-pending';

/** What is on screen now. */
export const scene: (state: State) => Scene = memoize(sceneOf);

function sceneOf(state: State): Scene {
  const { route } = state;
  switch (route.name) {
    case 'home':
      return homeScene(state);
    case 'lesson':
      return lessonScene(state, route);
    case 'quiz':
      return quizScene(state, route.quiz);
    case 'settings':
      return { kind: 'settings', menu: settingsMenu(state.progress) };
    case 'learner-report':
      return { kind: 'learner-report', report: route.report, menu: reportMenu() };
    case 'map':
      return { kind: 'map', map: route.map, menu: mapMenu(route.map) };
    case 'cell': {
      const cell = route.map.cells[route.cell];
      return cell ? { kind: 'cell', cell } : homeScene(state);
    }
  }
}

function homeScene(state: State): Scene {
  const { exercise } = state.progress;
  if (!exercise) return { kind: 'home', menu: homeMenu(state) };
  const score = exerciseScore(state.course, state.progress, exercise);
  return { kind: 'exercise', exercise, score, menu: exerciseMenu(exercise, score) };
}

function lessonScene(state: State, { lesson, step }: LessonRoute): Scene {
  const { exercise } = state.progress;
  const place = attemptAt(state.progress, lesson.id) ?? (exercise && notBegun(exercise));
  const at = stepAt(lesson, step);
  if (!place || !at) return { kind: 'summary', lesson, menu: summaryMenu(state, lesson) };
  return at.kind === 'reading'
    ? { kind: 'reading', lesson, step: at }
    : checkScene(state, lesson, place, at);
}

/** A lesson of an exercise that was handed in before it was come to. */
const notBegun = ({ room }: Exercise): LessonAttempt => ({
  seed: room.code,
  step: '',
  answers: {},
});

function checkScene(state: State, lesson: Lesson, place: LessonAttempt, step: Check): Scene {
  const given = isAnswered(place, step.id) ? place.answers[step.id] : undefined;
  const { exercise } = state.progress;
  if (!given && exercise?.handedIn === undefined)
    return askedScene({ lesson, step }, place.seed, state.pendingChoice);
  if (!given) return openVerdict(lesson, step);
  if (exercise && hidesVerdicts(exercise))
    return {
      kind: 'answer-pending',
      lesson,
      step,
      choices: orderedChoices(step, place.seed),
      chosen: given.choice,
    };
  const today = grade(step, given.choice);
  const verdict = { ...today, right: given.right };
  const corrected = today.right !== given.right;
  const surelyMissed = !given.right && isSurelyMissed(state.progress, step.id);
  return { kind: 'verdict', lesson, step, verdict, corrected, surelyMissed, isOpen: false };
}

const openVerdict = (lesson: Lesson, step: Check): Scene => ({
  kind: 'verdict',
  lesson,
  step,
  verdict: grade(step, ''),
  corrected: false,
  surelyMissed: false,
  isOpen: true,
});

function quizScene(state: State, quiz: Quiz): Scene {
  const { question, given, seed } = quiz;
  if (!question) return { kind: 'quiz-end', quiz, menu: endMenu(state, quiz) };
  const { check: step, said } = question;
  const asked = { quiz, step, ...(said !== undefined && { said }) };
  if (given === undefined) return askedScene(asked, seed, state.pendingChoice);
  const { from } = question;
  const surelyMissed = from.kind === 'review' && isSurelyMissed(state.progress, from.check);
  return {
    kind: 'verdict',
    ...asked,
    verdict: grade(step, given),
    corrected: false,
    surelyMissed,
    isOpen: false,
  };
}

function askedScene(asked: AskedQuestion, seed: string, waiting: string | undefined): Scene {
  const choices = orderedChoices(asked.step, seed);
  const chosen = choices.find(({ id }) => id === waiting);
  return chosen
    ? { kind: 'certainty', ...asked, choices, chosen }
    : { kind: 'check', ...asked, choices };
}
