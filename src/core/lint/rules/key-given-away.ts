import { quoted } from '../../course-files/course-file.js';
import { type Around, HALADYNA, type Item, type ItemFault, type ItemRule, keyOf } from '../rule.js';

/** Shorter keys, such as names, may appear in other questions. */
const LEAST_WORDS = 3;

export const keyGivenAway: ItemRule = {
  id: 'key-given-away',
  languages: 'any',
  judges: ['texts', 'in-text', 'row'],
  about: 'The question, or another question of the lesson, gives the right choice away.',
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
    const { words, spaced } = around.wording;
    const { text: key = '', open } = keyOf(item) ?? {};
    if (words(key).length < LEAST_WORDS || open) return [];
    return placesOf((text) => spaced(text).includes(spaced(key)), item, around).map(
      (place): ItemFault => {
        const message = `the right ${around.kind === 'row' ? 'heading' : 'choice'} appears word for word in ${place}: change the words of one of them`;
        return { path: ['key'], message };
      },
    );
  },
};

/** The places of the texts for which the function returns true. */
const placesOf = (
  isFound: (text: string) => boolean,
  { stem }: Item,
  { kind, others }: Around,
): string[] => [
  ...(isFound(stem) ? [kind === 'row' ? 'the statement' : 'the question'] : []),
  ...others.filter(({ item }) => isFound(item.stem)).map(({ id }) => `the question ${quoted(id)}`),
];
