import type { Path } from '../course-files/course-file.js';
import type { CheckValue } from '../course-files/schema/lesson.js';
import type { Wording } from './words.js';

/** What a rule looks at of a check. */
export type Item = Pick<CheckValue, 'stem' | 'choices' | 'key' | 'hint' | 'ordered'>;

/** What else a rule may need to know. */
export type Around = {
  readonly wording: Wording;
  readonly language: string;
  /** The other checks of the same lesson, each with the id by which it is named. */
  readonly others: readonly { readonly id: string; readonly item: Item }[];
  /** What the reading just before the check asks to look for, where it does. */
  readonly lookFor?: string;
};

/** Where in a check, and what is wrong: then how to mend it. */
export type ItemFault = { readonly path: Path; readonly message: string };

/** A check in short, for the documentation and the tests of a rule. */
export type Example = {
  readonly stem: string;
  /** The key first. One in square brackets is the choice that says that the story does not tell. */
  readonly choices: readonly string[];
  readonly hint?: string;
  /** Of the last choice. */
  readonly feedback?: string;
  readonly ordered?: boolean;
  /** The stem of another check of the same lesson. */
  readonly other?: string;
};

/** A rule of item writing. */
export type ItemRule = {
  readonly id: string;
  /** The languages that it can judge. */
  readonly languages: 'English' | 'any';
  /** What it warns of, in one line. */
  readonly about: string;
  /** Where the rule comes from. */
  readonly source: string;
  readonly fails: Example;
  readonly passes: Example;
  readonly faults: (item: Item, around: Around) => ItemFault[];
};

/** Taxonomy of item-writing guidelines; the number of the guideline follows. */
export const HALADYNA =
  'Haladyna, Downing & Rodriguez (2002), A review of multiple-choice item-writing guidelines for classroom ' +
  'assessment, Applied Measurement in Education 15(3), guideline';

export const SAQUET =
  'SAQUET: Moore, Costello, Nguyen & Stamper (2024), An automatic question usability evaluation toolkit, AIED 2024, ' +
  'criterion';

type ItemChoice = Item['choices'][number];

export const keyOf = ({ choices, key }: Item): ItemChoice | undefined =>
  choices.find(({ id }) => id === key);

/** The wrong choices that say something: the one which says that the article does not tell is short by nature. */
export const distractorsOf = ({ choices, key }: Item): ItemChoice[] =>
  choices.filter(({ id, open }) => id !== key && !open);

/** The same fault for every choice that the test finds wanting. */
export const choiceFaults = (
  { choices }: Item,
  field: 'text' | 'feedback',
  message: (choice: ItemChoice, i: number) => string | undefined,
): ItemFault[] =>
  choices.flatMap((choice, i) => {
    const said = message(choice, i);
    return said === undefined ? [] : [{ path: ['choices', i, field], message: said }];
  });

/** The place of the key's text. */
export const keyPath = ({ choices, key }: Item): Path => [
  'choices',
  Math.max(
    0,
    choices.findIndex(({ id }) => id === key),
  ),
  'text',
];
