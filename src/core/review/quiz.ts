import type { Check, Lesson } from '../course/course.js';
import type { CourseMaterial } from '../course/ledger.js';
import { claimGroup } from '../course/ledger.js';
import { checksOf } from '../course/lesson.js';
import { drillQuestion } from '../drill/drill.js';
import type { NewEntry } from '../log/entry.js';
import { reviewQueue } from './queue.js';
import { reverseQuestion } from './reverse-question.js';
import type { DueCheck } from './schedule.js';

/** One question of a sitting. */
export type Question = {
  readonly check: Check;
  /** Shown above the question: what was said, without who said it. */
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

/** Questions one after the other, outside a lesson and with the story shut. */
export type Quiz = {
  readonly kind: 'review' | 'drill';
  /** Decides the order of the choices, and what is asked of the ledger. */
  readonly seed: string;
  /** What is asked now; nothing when all has been. */
  readonly question?: Question;
  /** The choice that was given to it. */
  readonly given?: string;
  /** Those still to come; of rounds without end, none is known before. */
  readonly rest: readonly Question[];
  /** How many have been answered, and how many of them were right. */
  readonly answered: number;
  readonly right: number;
  /** What was missed, in order. */
  readonly missed: readonly Check[];
  /** Claims that may be asked, where it is not all: those that were read. */
  readonly read: ReadonlySet<string>;
};

/** What a sitting is made from. */
export type QuizContext = {
  readonly lesson: (id: string) => Lesson;
  readonly material: () => CourseMaterial;
};

const begun = (kind: Quiz['kind'], seed: string): Quiz => ({
  kind,
  seed,
  rest: [],
  answered: 0,
  right: 0,
  missed: [],
  read: new Set(),
});

/**
 * @param due what has come due
 * @param size how many at most
 */
export function beginReview(
  due: readonly DueCheck[],
  size: number,
  seed: string,
  context: QuizContext,
): Quiz {
  const material = context.material();
  const checks = new Map(due.map((one) => [one.check, checkIn(one, context)]));
  const groups = (one: DueCheck): string[] => groupsOf(checks.get(one.check), material);
  const plan = reviewQueue(due, groups, size);
  const [question, ...rest] = plan.flatMap((one) => {
    const check = checks.get(one.check);
    return check ? [reviewQuestion(one, check, material, seed)] : [];
  });
  return { ...begun('review', seed), ...(question && { question }), rest };
}

const checkIn = ({ lesson, check }: DueCheck, context: QuizContext): Check | undefined =>
  checksOf(context.lesson(lesson)).find(({ id }) => id === check);

/** Claims that say the same count as one. */
function groupsOf(check: Check | undefined, { claims }: CourseMaterial): string[] {
  const own = claims.filter(({ id }) => check?.claims.includes(id));
  return [...new Set(own.map(claimGroup))];
}

/** Every second time from the other end, where the ledger has what it takes. */
function reviewQuestion(
  { check: id, lesson, recall }: DueCheck,
  check: Check,
  material: CourseMaterial,
  seed: string,
): Question {
  const isOther = recall.reviews % 2 === 1;
  const mirror = isOther ? reverseQuestion(check, material, `${seed} ${id}`) : undefined;
  const from = { kind: 'review', lesson, check: id, mirror: mirror !== undefined } as const;
  if (!mirror) return { check, from };
  return { check: mirror.check, ...(mirror.said !== undefined && { said: mirror.said }), from };
}

/** @param read the ids of claims that the learner has read */
export const beginDrill = (seed: string, read: ReadonlySet<string>, context: QuizContext): Quiz =>
  withDrillQuestion({ ...begun('drill', seed), read }, context);

/** The question that is on screen anew, from a ledger that was changed. One that was answered stays. */
export const restartDrill = (quiz: Quiz, context: QuizContext): Quiz =>
  quiz.given === undefined ? withDrillQuestion(quiz, context) : quiz;

function withDrillQuestion(quiz: Quiz, context: QuizContext): Quiz {
  const item = drillQuestion(context.material(), quiz.seed, quiz.answered, quiz.read);
  if (!item) return quiz;
  const from = { kind: 'drill', claim: item.claim.id, asks: item.asks } as const;
  return { ...quiz, question: { check: item.check, said: item.said, from } };
}

/** The sitting with the answer counted. */
export function answered(quiz: Quiz, choice: string, right: boolean): Quiz {
  const { question, missed } = quiz;
  return {
    ...quiz,
    given: choice,
    answered: quiz.answered + 1,
    right: quiz.right + (right ? 1 : 0),
    missed: right || !question ? missed : [...missed, question.check],
  };
}

/** At the next question; at the end where there is none. */
export function nextQuestion(quiz: Quiz, context: QuizContext): Quiz {
  const { given: _g, question: _q, ...rest } = quiz;
  if (quiz.kind === 'drill') return withDrillQuestion(rest, context);
  const [question, ...further] = quiz.rest;
  return { ...rest, ...(question && { question }), rest: further };
}

type QuizAnswer = Pick<
  Extract<NewEntry, { k: 'review' }>,
  'choice' | 'right' | 'certainty' | 'course' | 'offset'
>;

/** What is to be recorded of an answer. */
export function entryOf({ check, from }: Question, given: QuizAnswer): NewEntry {
  const misreading = check.choices.find(({ id }) => id === given.choice)?.misreading;
  const shared = { ...given, ...(misreading && { misreading }) };
  if (from.kind === 'review')
    return { k: 'review', check: from.check, ...(from.mirror && { mirror: true }), ...shared };
  const { certainty: _, ...drilled } = shared;
  return { k: 'drill', claim: from.claim, asks: from.asks, ...drilled };
}
