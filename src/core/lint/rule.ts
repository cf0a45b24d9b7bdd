import type { Path } from '../course-files/course-file.js';
import type { ClaimValue } from '../course-files/schema/ledger.js';
import type { CheckValue } from '../course-files/schema/lesson.js';
import type { SourceValue } from '../course-files/schema/sources.js';
import type { Wording } from './words.js';

/** A question whose choices all have a text, wherever it comes from. */
export type TextCheck = Omit<CheckValue, 'choices' | 'words' | 'allow'> & {
  choices: (CheckValue['choices'][number] & { readonly text: string })[];
};

/** The parts of a check that a rule judges. */
export type Item = Pick<
  TextCheck,
  'stem' | 'choices' | 'key' | 'hint' | 'ordered' | 'claims' | 'evidence'
>;

/** The parts of a claim that questions are compared with. */
export type LedgerClaim = Pick<
  ClaimValue,
  'id' | 'source' | 'actor' | 'target' | 'sentence' | 'alike'
>;

/** The claims and sources that questions refer to. */
export type ItemLedger = {
  readonly claims: readonly LedgerClaim[];
  readonly sources: readonly Pick<SourceValue, 'id' | 'name'>[];
  /** The ids of all sentences. */
  readonly sentences: ReadonlySet<string>;
};

/** A text that learners read before a question, and what an author calls it. */
export type ShownText = {
  readonly place: string;
  readonly text: string;
  /** True of a title, a goal or a cue: it announces the questions of its lesson. */
  readonly isHead?: boolean;
};

/** Another question, with the name by which an author finds it. */
export type OtherItem = { readonly id: string; readonly item: Item };

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
  readonly others: readonly OtherItem[];
  /** The questions of the course before this one whose right choice has the same words, as `lesson/check`. */
  readonly earlier: () => readonly OtherItem[];
  /** What learners have read before the question, passages and other questions excepted. */
  readonly shown: () => readonly ShownText[];
  readonly ledger: ItemLedger;
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
  /** The stem of another check in the lesson. It comes first. */
  readonly other?: string;
  /** The feedback of a check that comes first. */
  readonly shown?: string;
  /** The claims of the ledger. The check asks about the first one. Its evidence is `p1s1`, as is their sentence. */
  readonly claims?: readonly ExampleClaim[];
  /** The ids of the sources that the choices name, in their order. */
  readonly names?: readonly string[];
};

export type ExampleClaim = Pick<ClaimValue, 'source'> &
  Partial<Pick<ClaimValue, 'actor' | 'alike' | 'sentence'>>;

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

export type ItemChoice = Item['choices'][number];

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
