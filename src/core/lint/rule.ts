import type { Path } from '../course-files/course-file.js';
import type { CheckValue } from '../course-files/schema/lesson.js';
import type { Wording } from './words.js';

/** A question whose choices all have a text, wherever it comes from. */
export type TextCheck = Omit<CheckValue, 'choices' | 'words' | 'allow'> & {
  choices: (CheckValue['choices'][number] & { readonly text: string })[];
};

/** The parts of a check that a rule judges. */
export type Item = Pick<TextCheck, 'stem' | 'choices' | 'key' | 'hint' | 'ordered'>;

/**
 * What a rule looks at: a check with texts to choose from, a check with choices in the text, the stem of a sort board, or
 * a row of it. The stem of a row is its statement alone, and the item of a board has no choices.
 */
export type ItemKind = 'texts' | 'in-text' | 'board' | 'row';

/** What else a rule may need: the language, and the steps around the check. */
export type Around = {
  readonly kind: ItemKind;
  readonly wording: Wording;
  readonly language: string;
  /** The other questions of the lesson, with their ids. Empty for a choice of the text or of a heading. */
  readonly others: readonly { readonly id: string; readonly item: Item }[];
  /** The `lookFor` of the reading just before the check. */
  readonly lookFor?: string;
};

/** The path within the check; the message says what is wrong and how to fix it. */
export type ItemFault = { readonly path: Path; readonly message: string };

/** A short check, for the documentation and the tests of a rule. */
export type RuleExample = {
  readonly stem: string;
  /** The key first. Square brackets mark the choice "the article does not say". */
  readonly choices: readonly string[];
  readonly hint?: string;
  /** The feedback of the last choice. */
  readonly feedback?: string;
  readonly ordered?: boolean;
  /** The stem of another check in the lesson. */
  readonly other?: string;
};

/** A rule of item writing. */
export type ItemRule = {
  readonly id: string;
  readonly languages: 'English' | 'any';
  /** Rules that compare the texts of choices leave out headings, and choices in the text: those are the passage's words. */
  readonly judges: readonly ItemKind[];
  /** What the rule warns about, in one line. */
  readonly about: string;
  /** The publication that gives the rule, or another reason for it. */
  readonly source: string;
  readonly fails: RuleExample;
  readonly passes: RuleExample;
  readonly faults: (item: Item, around: Around) => ItemFault[];
};

/** A taxonomy of item-writing guidelines. Each rule appends the number of its guideline. */
export const HALADYNA =
  'Haladyna, Downing & Rodriguez (2002), A review of multiple-choice item-writing guidelines for classroom ' +
  'assessment, Applied Measurement in Education 15(3), guideline';

export const SAQUET =
  'SAQUET: Moore, Costello, Nguyen & Stamper (2024), An automatic question usability evaluation toolkit, AIED 2024, ' +
  'criterion';

type ItemChoice = Item['choices'][number];

export const keyOf = ({ choices, key }: Item): ItemChoice | undefined =>
  choices.find(({ id }) => id === key);

/** The wrong choices, without "the article does not say", which is always short. */
export const distractorsOf = ({ choices, key }: Item): ItemChoice[] =>
  choices.filter(({ id, open }) => id !== key && !open);

/** A fault for every choice that has a message. */
export const choiceFaults = (
  { choices }: Item,
  field: 'text' | 'feedback',
  message: (choice: ItemChoice, i: number) => string | undefined,
): ItemFault[] =>
  choices.flatMap((choice, i) => {
    const text = message(choice, i);
    return text === undefined ? [] : [{ path: ['choices', i, field], message: text }];
  });

/** The path of the key's text; that of the first choice if no choice is the key. */
export const keyPath = ({ choices, key }: Item): Path => [
  'choices',
  Math.max(
    0,
    choices.findIndex(({ id }) => id === key),
  ),
  'text',
];
