import {
  distractorsOf,
  HALADYNA,
  type Item,
  type ItemRule,
  keyOf,
  keyPath,
  SAQUET,
} from '../rule.js';

/** A key is much longer if it exceeds the longest distractor by half and by more than 12 characters. */
const MUCH_LONGER = 1.5;
const LETTERS_MORE = 12;

/** A key is much more detailed if it has 2 more commas, brackets and figures than any distractor. */
const DETAILS_MORE = 2;

export const keyLength: ItemRule = {
  id: 'key-length',
  languages: 'any',
  judges: ['texts'],
  about: 'The right choice is much longer, or much more detailed, than the wrong choices.',
  source: `${HALADYNA} 24; ${SAQUET} "longest answer correct"`,
  fails: {
    stem: 'What did the harbour master ask for?',
    choices: [
      'A second lamp at the end of the pier, lit from dusk until the last boat is in',
      'A new pier',
      'More boats',
    ],
  },
  passes: {
    stem: 'What did the harbour master ask for?',
    choices: ['A second lamp on the pier', 'A longer pier for boats', 'A boat with a lamp'],
  },
  faults: (item) => {
    const excess = excessOf(item);
    return excess
      ? [
          {
            path: keyPath(item),
            message: `the right choice is much ${excess} than the wrong choices: make all choices about equally long and detailed`,
          },
        ]
      : [];
  },
};

function excessOf(item: Item): string | undefined {
  const right = keyOf(item);
  const others = distractorsOf(item).map(({ text }) => text);
  if (!right || right.open || others.length === 0) return undefined;
  const key = right.text;
  const longest = Math.max(...others.map(lettersIn));
  if (lettersIn(key) > longest * MUCH_LONGER && lettersIn(key) > longest + LETTERS_MORE)
    return 'longer';
  const most = Math.max(...others.map(detailsIn));
  return detailsIn(key) >= most + DETAILS_MORE ? 'more detailed' : undefined;
}

const lettersIn = (text: string): number => [...text].length;

const detailsIn = (text: string): number => text.match(/[,;:(、，،]|\p{N}+/gu)?.length ?? 0;
