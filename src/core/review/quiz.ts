import type { Check, Lesson } from '../course/course.js';
import type { CourseMaterial } from '../course/ledger.js';
import { checksOf } from '../course/lesson.js';
import { drillQuestion } from '../drill/drill.js';
import type { NewEntry } from '../log/entry.js';
import { fromMemory } from './from-memory.js';
import { reverseQuestion } from './reverse-question.js';
import type { DueCheck } from './schedule.js';

/** One question of a quiz. */
export type Question = {
  readonly check: Check;
  /** A statement without its source, shown above the question. */
  readonly said?: string;
  readonly from:
    | {
        readonly kind: 'review';
        readonly lesson: string;
        readonly check: string;
        readonly mirror: boolean;
      }
    | { readonly kind: 'drill'; readonly claim: string; readonly asks: string };
};

/** A series of questions outside a lesson. The learner cannot look at the story. */
export type Quiz = {
  readonly kind: 'review' | 'drill';
  /** Decides the order of the choices, and which questions are made from the ledger. */
  readonly seed: string;
  /** The question on screen; absent at the end. */
  readonly question?: Question;
  /** The id of the choice that the learner picked; absent before the answer. */
  readonly given?: string;
  /** The questions still to come. Always empty in a drill, which has no end. */
  readonly rest: readonly Question[];
  /** The number of answered questions. */
  readonly answered: number;
  /** The number of right answers. */
  readonly right: number;
  /** The questions answered wrong, in order. Always empty in a drill, which has no end. */
  readonly missed: readonly Check[];
  /** The ids of claims that the learner has read; only a drill uses them. */
  readonly read: ReadonlySet<string>;
};

/** The course material that a quiz needs. */
export type QuizContext = {
  readonly lesson: (id: string) => Lesson;
  readonly material: () => CourseMaterial;
};

const emptyQuiz = (kind: Quiz['kind'], seed: string): Quiz => ({
  kind,
  seed,
  rest: [],
  answered: 0,
  right: 0,
  missed: [],
  read: new Set(),
});

/** @param queue the checks to ask, in order */
export function beginReview(queue: readonly DueCheck[], seed: string, context: QuizContext): Quiz {
  const material = context.material();
  const [question, ...rest] = queue.flatMap((dueCheck) => {
    const check = checkIn(dueCheck, context);
    return check ? [reviewQuestion(dueCheck, check, material, seed)] : [];
  });
  return { ...emptyQuiz('review', seed), ...(question && { question }), rest };
}

const checkIn = ({ lesson, check }: DueCheck, context: QuizContext): Check | undefined =>
  checksOf(context.lesson(lesson)).find(({ id }) => id === check);

/** Every second review asks the reverse question, if the ledger has the material for one. */
function reviewQuestion(
  { check: id, lesson, recall }: DueCheck,
  check: Check,
  material: CourseMaterial,
  seed: string,
): Question {
  const isReversed = recall.reviews % 2 === 1;
  const reverse = isReversed ? reverseQuestion(check, material, `${seed} ${id}`) : undefined;
  const from = { kind: 'review', lesson, check: id, mirror: reverse !== undefined } as const;
  if (!reverse) return { check: fromMemory(check), from };
  return { check: reverse.check, ...(reverse.said !== undefined && { said: reverse.said }), from };
}

/** @param read the ids of claims that the learner has read */
export const beginDrill = (seed: string, read: ReadonlySet<string>, context: QuizContext): Quiz =>
  withDrillQuestion({ ...emptyQuiz('drill', seed), read }, context);

/** Makes the question on screen again after the ledger changed. An answered question stays. */
export const restartDrill = (quiz: Quiz, context: QuizContext): Quiz =>
  quiz.given === undefined ? withDrillQuestion(quiz, context) : quiz;

function withDrillQuestion(quiz: Quiz, context: QuizContext): Quiz {
  const next = drillQuestion(context.material(), quiz.seed, quiz.answered, quiz.read);
  if (!next) return quiz;
  const from = { kind: 'drill', claim: next.claim.id, asks: next.asks } as const;
  return { ...quiz, question: { check: next.check, said: next.said, from } };
}

/** The quiz after an answer to its question. */
export function answered(quiz: Quiz, choice: string, right: boolean): Quiz {
  const { kind, question, missed } = quiz;
  const isKept = kind === 'review' && !right && question !== undefined;
  return {
    ...quiz,
    given: choice,
    answered: quiz.answered + 1,
    right: quiz.right + (right ? 1 : 0),
    missed: isKept ? [...missed, question.check] : missed,
  };
}

/** The quiz at its next question, or at its end if no question is left. */
export function nextQuestion(quiz: Quiz, context: QuizContext): Quiz {
  const { given: _g, question: _q, ...rest } = quiz;
  if (quiz.kind === 'drill') return withDrillQuestion(rest, context);
  const [question, ...remaining] = quiz.rest;
  return { ...rest, ...(question && { question }), rest: remaining };
}

type QuizAnswer = Pick<
  Extract<NewEntry, { k: 'review' }>,
  'choice' | 'right' | 'certainty' | 'course' | 'offset'
>;

/** The log entry for an answer. */
export function entryOf({ check, from }: Question, answer: QuizAnswer): NewEntry {
  const misreading = check.choices.find(({ id }) => id === answer.choice)?.misreading;
  const shared = { ...answer, ...(misreading && { misreading }) };
  if (from.kind === 'review')
    return { k: 'review', check: from.check, ...(from.mirror && { mirror: true }), ...shared };
  const { certainty: _, ...drillFields } = shared;
  return { k: 'drill', claim: from.claim, asks: from.asks, ...drillFields };
}
