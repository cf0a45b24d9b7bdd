import { HALADYNA, type Item, type ItemFault, type ItemRule, SAQUET } from '../rule.js';

/** Words that give a choice its grammar when it begins with them. */
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

const KIND_OF = new Map(
  OPENINGS.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind])),
);

export const oddChoice: ItemRule = {
  id: 'odd-choice',
  languages: 'English',
  about: 'One choice differs from all others in grammar or kind, and so draws the eye.',
  source: `${HALADYNA} 23 and 28c; ${SAQUET} "grammatical cues"`,
  fails: {
    stem: 'How did the ferryman answer?',
    choices: ['By a letter', 'He rang his bell', 'He said no word'],
  },
  passes: {
    stem: 'How did the ferryman answer?',
    choices: ['By a letter', 'By ringing his bell', 'By saying no word'],
  },
  faults: (item) => [...oddOpening(item), ...oddEnding(item), ...articleOfStem(item)],
};

function openingOf({ text }: Item['choices'][number]): string {
  const first = /^[^\p{L}\p{N}]*([\p{L}\p{N}]+)/u.exec(text)?.[1]?.toLowerCase() ?? '';
  return /^\p{N}/u.test(first) ? 'with a number' : (KIND_OF.get(first) ?? 'otherwise');
}

/** Where choices name sources they are of one kind, however the names begin. */
const oddOpening = (item: Item): ItemFault[] =>
  item.choices.some(({ names }) => names !== undefined)
    ? []
    : oddOneOut(item, openingOf, (kind) => `begins ${kind}`);

const oddEnding = (item: Item): ItemFault[] =>
  oddOneOut(
    item,
    ({ text }) => (/[.!?]$/.test(text) ? 'ends' : 'runs on'),
    (kind) => (kind === 'ends' ? 'ends like a sentence' : 'does not end like a sentence'),
  );

/** All others agree, and there are two of them at least; the choice that says the article does not tell is its own kind. */
function oddOneOut(
  { choices }: Item,
  kindOf: (choice: Item['choices'][number]) => string,
  words: (kind: string) => string,
): ItemFault[] {
  const kinds = choices.flatMap((choice, i) => (choice.open ? [] : [{ i, kind: kindOf(choice) }]));
  return kinds.flatMap(({ i, kind }) => {
    const others = kinds.filter((one) => one.i !== i).map((one) => one.kind);
    if (others.length < 2 || others.includes(kind) || new Set(others).size > 1) return [];
    const message = `this choice ${words(kind)}, and the others do not: put them all in one form`;
    return [{ path: ['choices', i, 'text'], message }];
  });
}

/** A question that ends on "a" or "an" fits the choices that begin so, and no others. */
function articleOfStem({ stem, choices, key }: Item): ItemFault[] {
  const article = /(?<!\p{L})(an?)\s*(?:…|:|—)?$/iu.exec(stem)?.[1]?.toLowerCase();
  if (article === undefined) return [];
  const fits = choices.filter(({ text }) => /^[aeiou]/i.test(text) === (article === 'an'));
  if (fits.length === choices.length || !fits.some(({ id }) => id === key)) return [];
  return [
    {
      path: ['stem'],
      message: `the question ends on '${article}', which does not fit every choice: write 'a(n)'`,
    },
  ];
}
