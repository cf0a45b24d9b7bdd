import { type Around, HALADYNA, type Item, type ItemFault, type ItemRule, keyOf } from '../rule.js';

/** Shorter keys, such as names, may appear in other questions. */
const LEAST_WORDS = 3;

export const keyGivenAway: ItemRule = {
  id: 'key-given-away',
  languages: 'any',
  about:
    'The right choice can be read in the question, in another question of the lesson, or in what to look for.',
  source: `${HALADYNA} 4 and 28`,
  fails: {
    stem: 'What did the ferryman ask for?',
    choices: ['A second lamp on the pier', 'A longer rope for the boat', 'A bell for the harbour'],
    other: 'Who refused a second lamp on the pier?',
  },
  passes: {
    stem: 'What did the ferryman ask for?',
    choices: ['A second lamp on the pier', 'A longer rope for the boat', 'A bell for the harbour'],
    other: 'Who refused what the ferryman had asked for?',
  },
  faults: (item, around) => {
    const key = around.wording.words(keyOf(item)?.text ?? '');
    if (key.length < LEAST_WORDS || keyOf(item)?.open) return [];
    return textsAround(item, around)
      .filter(({ text }) => holdsRun(around.wording.words(text), key))
      .map(({ where }): ItemFault => {
        const message = `the right choice stands word for word in ${where}: word one of them otherwise`;
        return { path: ['key'], message };
      });
  },
};

const textsAround = ({ stem }: Item, { others, lookFor }: Around) => [
  { where: 'the question', text: stem },
  ...others.map(({ id, item }) => ({ where: `the question '${id}'`, text: item.stem })),
  ...(lookFor === undefined
    ? []
    : [{ where: 'what the reading before it asks to look for', text: lookFor }]),
];

const holdsRun = (words: readonly string[], run: readonly string[]): boolean =>
  words.some((_, i) => run.every((word, j) => words[i + j] === word));
