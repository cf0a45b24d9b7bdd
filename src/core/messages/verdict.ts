import type { Check, Lesson } from '../course/course.js';
import { evidenceParagraphs, type MarkedPassage, paragraphOf } from '../course/evidence.js';
import { type Habit, HABITS, TRAPS } from '../course/habits.js';
import type { Claim, CourseMaterial, Source } from '../course/ledger.js';
import type { Misreading } from '../course/vocabulary.js';
import type { Quiz } from '../review/quiz.js';
import { capital, listed } from '../text/english.js';

export const VERDICT_RIGHT = 'Right';

export const CORRECTED =
  'This question has been corrected since you answered it. Your answer counts as it did then.';

export const VERDICT_WRONG = 'Not this time';

export const NOT_ANSWERED = 'Not answered';

/** People remember the correction best after a confident error (Butterfield & Metcalfe 2001). */
export const SURELY_MISSED =
  'You were certain. What is put right when one was sure of it tends to stay: it comes first in your next review.';

export const answerText = (choice: string): string => `The answer: ${choice}`;

export const chosenText = (choice: string): string => `Your answer: ${choice}`;

export const whyText = (feedback: string): string => `Why that is the answer: ${feedback}`;

/** "Credited to the wrong person. Ask: who says this, and how are they named?" */
export function trapText(misreading: Misreading): string {
  const { name, habit } = TRAPS[misreading];
  return `${capital(name)}. Ask: ${questionOf(habit)}`;
}

/** "Next time, ask: who says this, and how are they named?" */
export const nextTimeText = (habit: Habit): string => `Next time, ask: ${questionOf(habit)}`;

/** The question of a habit, to go on a sentence with. */
const questionOf = (habit: Habit): string =>
  HABITS[habit].charAt(0).toLowerCase() + HABITS[habit].slice(1);

/** "¶3, sentence 1, as we retell it:" */
export function evidenceHeading({ passage, numbers }: MarkedPassage): string {
  const sentences = `sentence${numbers.length === 1 ? '' : 's'} ${listed(numbers)}`;
  return `¶${passage.paragraph}, ${sentences}, as we retell it:`;
}

/** "¶3", "¶3 and ¶5". */
export const paragraphMarks = (numbers: readonly number[]): string =>
  listed(numbers.map((n) => `¶${n}`));

/** The author's hint, or else the paragraphs to look at. */
export const hintText = (check: Check, material: CourseMaterial): string =>
  check.hint ?? `Look at ${paragraphMarks(evidenceParagraphs(check, material))} again.`;

/** A statement with its paragraphs: "… (¶3)." */
const placed = (text: string, paragraphs: readonly number[]): string =>
  `${text.replace(/\.$/, '')} (${paragraphMarks(paragraphs)}).`;

/** The true statement that a check teaches. */
export const truthText = (check: Check, material: CourseMaterial): string =>
  placed(check.truth, evidenceParagraphs(check, material));

/** The heading above the statements of a source that the learner picked wrongly. */
export const saidHeading = ({ type, name }: Source): string =>
  type === 'narration'
    ? 'What the story does tell in its own voice:'
    : `What the story does have of ${name}:`;

export const claimText = (claim: Claim, material: CourseMaterial): string =>
  placed(claim.content, [paragraphOf(claim, material)]);

/** The question's id for a report: `lesson/check`, or `ledger/…` for a question made from the ledger. */
export function questionId({ lesson, quiz, step }: QuestionPlace): string {
  const from = quiz?.question?.from;
  const isOwn = from?.kind === 'review' && !from.mirror;
  const origin = lesson?.id ?? (isOwn ? from.lesson : 'ledger');
  return `To report this question, give its id: ${origin}/${step.id}`;
}

type QuestionPlace = {
  readonly lesson?: Lesson;
  readonly quiz?: Quiz;
  readonly step: Check;
};
