import type { Check, Lesson } from '../course/course.js';
import { evidenceParagraphs, type MarkedPassage, paragraphOf } from '../course/evidence.js';
import { HABITS, type Habit, TRAPS } from '../course/habits.js';
import type { Claim, CourseMaterial, Source } from '../course/ledger.js';
import type { Misreading } from '../course/vocabulary.js';
import type { Quiz } from '../review/quiz.js';
import { capital, listed, uncapital } from '../text/english.js';

export const VERDICT_RIGHT = 'Right';

/** The headline if the first answer was wrong and the second right. */
export const VERDICT_MENDED = 'Right on the second try';

export const CORRECTED =
  'This question has been corrected since you answered it. Your answer keeps the result that it had.';

export const VERDICT_WRONG = 'Not this time';

export const NOT_ANSWERED = 'Not answered';

/** People remember the correction best after a confident error (Butterfield & Metcalfe 2001). */
export const SURELY_MISSED =
  'You were certain. This question comes first in your next review: people remember a correction best when they were sure.';

/** Beside the choice that the learner picked. */
export const YOUR_ANSWER = 'your answer';

export const chosenText = (choice: string): string => `Your answer: ${choice}`;

/** "Ask: who says this, and how are they named?" */
export const askText = (habit: Habit): string => `Ask: ${uncapital(HABITS[habit])}`;

/** "Credited to the wrong person" */
export const trapName = (misreading: Misreading): string => capital(TRAPS[misreading].name);

/** "Credited to the wrong person. Ask: who says this, and how are they named?" */
export const trapText = (misreading: Misreading): string =>
  `${trapName(misreading)}. ${askText(TRAPS[misreading].habit)}`;

/** "¶3, sentence 1" */
export const evidencePlace = ({ passage, numbers }: MarkedPassage): string =>
  `¶${passage.paragraph}, sentence${numbers.length === 1 ? '' : 's'} ${listed(numbers)}`;

/** "¶3, sentence 1, in our retelling:" */
export const evidenceHeading = (passage: MarkedPassage): string =>
  `${evidencePlace(passage)}, in our retelling:`;

/** "¶3", "¶3 and ¶5". */
export const paragraphMarks = (numbers: readonly number[]): string =>
  listed(numbers.map((n) => `¶${n}`));

export const namesParagraph = (text: string, paragraph: number): boolean =>
  new RegExp(`¶${paragraph}(?!\\d)`).test(text);

/** A statement with the paragraphs that it does not name: "… (¶3)." */
function placed(text: string, paragraphs: readonly number[]): string {
  const more = paragraphs.filter((paragraph) => !namesParagraph(text, paragraph));
  return more.length === 0 ? text : `${text.replace(/\.$/, '')} (${paragraphMarks(more)}).`;
}

/** The true statement that a check teaches. */
export const truthText = (check: Check, material: CourseMaterial): string =>
  placed(check.truth, evidenceParagraphs(check, material));

/** The heading above the statements of a source that the learner picked wrongly. */
export const saidHeading = ({ type, name }: Source): string =>
  type === 'narration'
    ? 'What the story says in its own voice:'
    : `What the story reports from ${name}:`;

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
