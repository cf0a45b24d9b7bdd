import { orderedChoices } from '../choice-order.js';
import type { Check, Choice, Lesson } from '../course/course.js';
import { grade, type Verdict } from '../grade.js';
import { latestAnswer } from '../progress/attempt.js';
import { isSurelyMissed } from '../progress/checks.js';
import { hidesVerdicts } from '../progress/exercise.js';
import type { LessonAttempt } from '../progress/progress.js';
import type { Quiz } from '../review/quiz.js';
import type { State } from '../state/state.js';
import { looksAgain, triedChoice } from './looks-again.js';

/** A check of a lesson or of a quiz. */
type QuestionBase = {
  readonly lesson?: Lesson;
  readonly quiz?: Quiz;
  readonly step: Check;
  /** A statement shown above the question, without its source. */
  readonly said?: string;
};

/** A question, or what follows it. */
export type CheckScene =
  | (QuestionBase & {
      readonly kind: 'check';
      readonly choices: readonly Choice[];
      /** The first answer, if the learner is choosing once more. */
      readonly missed?: Choice;
    })
  /** A first miss in a lesson: the trap and its habit, without the key. */
  | (QuestionBase & {
      readonly kind: 'second-look';
      readonly choices: readonly Choice[];
      readonly missed: Choice;
    })
  /** The learner has chosen, and says how certain they are. */
  | (QuestionBase & {
      readonly kind: 'certainty';
      readonly choices: readonly Choice[];
      readonly chosen: Choice;
    })
  | (QuestionBase & {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      /** Whether the key has changed since the answer. The recorded verdict still counts. */
      readonly corrected: boolean;
      /** In the order in which they were shown. */
      readonly choices: readonly Choice[];
      /** Whether the first answer was wrong and the second right. */
      readonly mended: boolean;
      /** The wrong first choice of two, if the course still has it. */
      readonly tried?: Choice;
      /** Whether the learner was certain, and wrong. Outside exercises: their questions don't enter review. */
      readonly surelyMissed: boolean;
      /** Whether the exercise was handed in without an answer to this check. */
      readonly isOpen: boolean;
    })
  /** An answer in an exercise that shows verdicts only after it is handed in. */
  | (QuestionBase & {
      readonly kind: 'answer-pending';
      readonly choices: readonly Choice[];
      readonly chosen: string;
    });

export function checkScene(
  state: State,
  lesson: Lesson,
  attempt: LessonAttempt,
  step: Check,
): CheckScene {
  const answer = latestAnswer(attempt, step.id);
  const { exercise } = state.progress;
  if (!answer && exercise?.handedIn === undefined)
    return questionScene({ lesson, step }, attempt.seed, state.pendingChoice);
  const choices = orderedChoices(step, attempt.seed);
  if (!answer) return openVerdict(lesson, step, choices);
  if (exercise && hidesVerdicts(exercise))
    return { kind: 'answer-pending', lesson, step, choices, chosen: answer.choice };
  const missed = looksAgain(attempt, step) && choices.find(({ id }) => id === answer.choice);
  if (missed)
    return { kind: state.choosesAgain ? 'check' : 'second-look', lesson, step, choices, missed };
  const gradedNow = grade(step, answer.choice);
  return {
    kind: 'verdict',
    lesson,
    step,
    choices,
    verdict: { ...gradedNow, right: answer.right },
    corrected: gradedNow.right !== answer.right,
    mended: answer.right && attempt.answers[step.id]?.right === false,
    ...triedChoice(attempt, step),
    surelyMissed: !exercise && !answer.right && isSurelyMissed(state.progress, step.id),
    isOpen: false,
  };
}

const openVerdict = (lesson: Lesson, step: Check, choices: readonly Choice[]): CheckScene => ({
  kind: 'verdict',
  lesson,
  step,
  choices,
  verdict: grade(step, ''),
  corrected: false,
  mended: false,
  surelyMissed: false,
  isOpen: true,
});

export function questionScene(
  base: QuestionBase,
  seed: string,
  pendingChoice: string | undefined,
): CheckScene {
  const choices = orderedChoices(base.step, seed);
  const chosen = choices.find(({ id }) => id === pendingChoice);
  return chosen
    ? { kind: 'certainty', ...base, choices, chosen }
    : { kind: 'check', ...base, choices };
}
