import type { Check, Lesson } from '../course/course.js';
import type { CourseMaterial } from '../course/ledger.js';
import { checksOf } from '../course/lesson.js';
import { drillRound, ROUND } from '../drill/drill.js';
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
    | {
        readonly kind: 'drill';
        readonly claim: string;
        readonly asks: string;
        /** How many questions the round has. */
        readonly of: number;
      };
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
  /** The questions still to come. */
  readonly rest: readonly Question[];
  /** The number of answered questions. */
  readonly answered: number;
  /** The number of right answers. */
  readonly right: number;
  /** The questions answered wrong, in order. */
  readonly missed: readonly Check[];
  /** At the end of a drill: the most right answers in an earlier round with as many questions, if there was one. */
  readonly best?: number;
};

/** Whether a round that begins has fewer questions than rounds usually have. */
export const isShort = ({ kind, question, rest }: Quiz): boolean =>
  kind === 'drill' && question !== undefined && rest.length + 1 < ROUND;

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
});

/** @param queue the checks to ask, in order */
export function beginReview(queue: readonly DueCheck[], seed: string, context: QuizContext): Quiz {
  const material = context.material();
  const questions = queue.flatMap((dueCheck) => {
    const check = checkIn(dueCheck, context);
    return check ? [reviewQuestion(dueCheck, check, material, seed)] : [];
  });
  return withQuestions(emptyQuiz('review', seed), questions);
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

/** @param read the material as far as the learner has read it */
export const beginDrill = (seed: string, read: CourseMaterial): Quiz =>
  withQuestions(emptyQuiz('drill', seed), drillQuestions(seed, read));

/** Makes the questions again after the ledger changed. An answered question stays. */
export function restartDrill(quiz: Quiz, read: CourseMaterial): Quiz {
  const rest = drillQuestions(quiz.seed, read).slice(quiz.answered);
  if (quiz.given !== undefined) return { ...quiz, rest };
  const { question: _, ...without } = quiz;
  return withQuestions(without, rest);
}

function drillQuestions(seed: string, read: CourseMaterial): Question[] {
  const round = drillRound(read, seed);
  return round.map(({ check, said, claim, asks }) => {
    const from = { kind: 'drill', claim: claim.id, asks, of: round.length } as const;
    return { check, said, from };
  });
}

const withQuestions = (quiz: Quiz, [question, ...rest]: readonly Question[]): Quiz => ({
  ...quiz,
  ...(question && { question }),
  rest,
});

/** The quiz after an answer to its question. */
export function answered(quiz: Quiz, choice: string, right: boolean): Quiz {
  const { question, missed } = quiz;
  return {
    ...quiz,
    given: choice,
    answered: quiz.answered + 1,
    right: quiz.right + (right ? 1 : 0),
    missed: question && !right ? [...missed, question.check] : missed,
  };
}

/** The quiz at its next question, or at its end if no question is left. */
export function nextQuestion(quiz: Quiz): Quiz {
  const { given: _g, question: _q, ...rest } = quiz;
  return withQuestions(rest, quiz.rest);
}

type QuizAnswer = Pick<
  Extract<NewEntry, { k: 'review' }>,
  'choice' | 'right' | 'certainty' | 'course' | 'offset'
>;

/** The log entry for an answer to the question on screen. @param seed of the quiz */
export function entryOf({ check, from }: Question, seed: string, answer: QuizAnswer): NewEntry {
  const misreading = check.choices.find(({ id }) => id === answer.choice)?.misreading;
  const shared = { ...answer, ...(misreading && { misreading }) };
  if (from.kind === 'review')
    return { k: 'review', check: from.check, ...(from.mirror && { mirror: true }), ...shared };
  const { certainty: _, ...drillFields } = shared;
  const { claim, asks, of } = from;
  return { k: 'drill', claim, asks, round: seed, of, ...drillFields };
}
