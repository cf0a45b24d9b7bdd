import {
  HALADYNA,
  type Item,
  type ItemChoice,
  type ItemFault,
  type ItemRule,
  SAQUET,
} from '../rule.js';

/** First words that show the grammar of a choice. */
const OPENINGS: readonly (readonly [kind: string, words: string])[] = [
  [
    'with a preposition',
    'about after against at before between by during for from in into of on over since through under until upon with within without',
  ],
  ['with an article', 'a an the'],
  ['with a clause', 'that because if when where whether while who why how'],
  ['with "to"', 'to'],
  ['with a person', 'i he she it they we you'],
];

const NUMBER = 'with a number';
const OTHERWISE = 'otherwise';

const KIND_OF = new Map(
  OPENINGS.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind])),
);

export const oddChoice: ItemRule = {
  id: 'odd-choice',
  languages: 'English',
  judges: ['texts'],
  about: 'One choice differs from all others in grammar or kind.',
  source: `${HALADYNA} 23 and 28c; ${SAQUET} "grammatical cues"`,
  fails: {
    stem: 'How did the ferryman answer?',
    choices: ['By a letter', 'He rang his bell', 'He gave no answer'],
  },
  passes: {
    stem: 'How did the ferryman answer?',
    choices: ['By a letter', 'By ringing his bell', 'By giving no answer'],
  },
  faults: (item) => [...oddOpening(item), ...oddEnding(item), ...articleOfStem(item)],
};

const firstWord = ({ text }: ItemChoice): string =>
  /^[^\p{L}\p{N}]*([\p{L}\p{N}]+)/u.exec(text)?.[1]?.toLowerCase() ?? '';

function openingOf(choice: ItemChoice): string {
  const first = firstWord(choice);
  return /^\p{N}/u.test(first) ? NUMBER : (KIND_OF.get(first) ?? OTHERWISE);
}

/** Choices that name sources are of one kind, whatever their first word is. */
const oddOpening = (item: Item): ItemFault[] =>
  item.choices.some(({ names }) => names !== undefined)
    ? []
    : oddOneOut(
        item,
        openingOf,
        (kind, others) => `begins ${kind}, and ${openingOfOthers(others)}`,
      );

function openingOfOthers(others: readonly ItemChoice[]): string {
  const [kind] = others.map(openingOf);
  if (kind === OTHERWISE) return 'the others do not';
  const words = [...new Set(others.map(firstWord))].map((word) => `'${word}'`).join(' or ');
  return `the others begin ${kind === NUMBER ? NUMBER : `with ${words}`}`;
}

const oddEnding = (item: Item): ItemFault[] =>
  oddOneOut(
    item,
    ({ text }) => (/[.!?]$/.test(text) ? 'ends' : 'runs on'),
    (kind) =>
      kind === 'ends'
        ? 'ends like a sentence, and the others do not'
        : 'does not end like a sentence, and the others do',
  );

/**
 * Finds a choice that differs if at least two others agree. Ignores "the article does not say".
 * @param difference what follows "this choice"
 */
function oddOneOut(
  { choices }: Item,
  kindOf: (choice: ItemChoice) => string,
  difference: (kind: string, others: readonly ItemChoice[]) => string,
): ItemFault[] {
  const closed = choices.filter(({ open }) => !open);
  return closed.flatMap((choice) => {
    const kind = kindOf(choice);
    const others = closed.filter((other) => other !== choice);
    const kinds = new Set(others.map(kindOf));
    if (others.length < 2 || kinds.has(kind) || kinds.size > 1) return [];
    const message = `this choice ${difference(kind, others)}: put all choices in one form`;
    return [{ path: ['choices', choices.indexOf(choice), 'text'], message }];
  });
}

/** Finds a stem that ends with "a" or "an" and so fits only some of the choices. */
function articleOfStem({ stem, choices, key }: Item): ItemFault[] {
  const article = /(?<!\p{L})(an?)\s*(?:…|:|—)?$/iu.exec(stem)?.[1]?.toLowerCase();
  if (article === undefined) return [];
  const fits = choices.filter(({ text }) => /^[aeiou]/i.test(text) === (article === 'an'));
  if (fits.length === choices.length || !fits.some(({ id }) => id === key)) return [];
  return [
    {
      path: ['stem'],
      message: `the question ends with '${article}', which does not fit every choice: write 'a(n)'`,
    },
  ];
}
