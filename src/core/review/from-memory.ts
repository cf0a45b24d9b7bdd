import type { Check, Choice } from '../course/course.js';

const PARAGRAPH = '¶';

/** A place that only helps readers find the paragraph: "removal from the supply chain (¶2)". */
const PLACES = / ?\(¶\d+\)/g;

/** The text of an open choice that its author did not write, and in a review instead of "¶2 does not say". */
export const DOES_NOT_SAY = 'The article does not say';

/**
 * Whether a check can only be answered with its paragraph in view or its number in mind. A review leaves such checks out. An
 * open key is among them: that one paragraph does not say something can differ from what the article says.
 */
export const needsParagraph = (check: Check): boolean =>
  withoutPlaces(check.stem).includes(PARAGRAPH) ||
  check.choices.some(
    (choice) => choice.text.includes(PARAGRAPH) && (!choice.open || choice.id === check.key),
  );

/** Whether a check comes back for review. A question in the text trains a skill, and does not. */
export const isAskedFromMemory = (check: Check): boolean =>
  check.inText === undefined && !needsParagraph(check);

/** The check as a review asks it: without the paragraphs that it names. Not for checks that need them. */
export const fromMemory = (check: Check): Check => ({
  ...check,
  stem: withoutPlaces(check.stem),
  ...(check.row && { row: { ...check.row, stem: withoutPlaces(check.row.stem) } }),
  choices: check.choices.map(withoutParagraph),
});

const withoutPlaces = (text: string): string => text.replace(PLACES, '');

const withoutParagraph = (choice: Choice): Choice =>
  choice.open && choice.text.includes(PARAGRAPH) ? { ...choice, text: DOES_NOT_SAY } : choice;
