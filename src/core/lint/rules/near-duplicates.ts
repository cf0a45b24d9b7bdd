import { distance } from 'fastest-levenshtein';
import { HALADYNA, type ItemFault, type ItemRule } from '../rule.js';
import { numbersIn, type Wording } from '../words.js';

/** Choices are alike if their Levenshtein distance is below this share of the longer text. */
const ALIKE = 0.12;

export const nearDuplicates: ItemRule = {
  id: 'near-duplicates',
  languages: 'any',
  judges: ['texts'],
  about: 'Two choices say nearly the same.',
  source: `${HALADYNA} 22 and 28e`,
  fails: {
    stem: 'What did the ferryman ask the council for?',
    choices: ['A bell for the pier', 'A new lamp for the pier', 'A new lamp for his pier'],
  },
  passes: {
    stem: 'What did the ferryman ask the council for?',
    choices: ['A bell for the pier', 'A new lamp for the pier', 'A longer rope'],
  },
  faults: (item, { wording }) =>
    item.choices.flatMap(({ text }, i) =>
      item.choices
        .slice(0, i)
        .filter((other) => isAlike(text, other.text, wording.content))
        .map((other): ItemFault => nearlySame(i, other.id)),
    ),
};

function nearlySame(i: number, other: string): ItemFault {
  const message = `this choice says nearly the same as '${other}': write a choice with another error, or take this choice out`;
  return { path: ['choices', i, 'text'], message };
}

function isAlike(a: string, b: string, content: Wording['content']): boolean {
  // Two numbers are two answers, however much they look alike: "Forty" and "Forty-one".
  if (numbersIn(a) !== numbersIn(b)) return false;
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  const most = ALIKE * Math.max(left.length, right.length);
  // The distance is at least the difference in length, which is much faster to find.
  if (Math.abs(left.length - right.length) < most && distance(left, right) < most) return true;
  const words = (text: string): string => [...new Set(content(text))].sort().join(' ');
  return words(a) !== '' && words(a) === words(b);
}
