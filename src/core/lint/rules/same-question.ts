import { distance } from 'fastest-levenshtein';
import { quoted } from '../../course-files/course-file.js';
import { HALADYNA, type Item, type ItemRule, keyOf } from '../rule.js';
import { numbersIn, type Wording } from '../words.js';

/** Questions are alike if their Levenshtein distance is below this share of the longer one. */
const ALIKE = 0.1;

export const sameQuestion: ItemRule = {
  id: 'same-question',
  languages: 'any',
  judges: ['texts', 'in-text', 'row'],
  about: 'The course asks the same question twice, with the same right choice.',
  source: `${HALADYNA} 4 (keep items independent of one another)`,
  fails: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    other: 'What did the ferryman ask for',
  },
  passes: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    other: 'What did the harbour master ask for?',
  },
  faults: (item, { earlier, wording }) => {
    const same = earlier().find((other) => isSame(item, other.item, wording));
    if (!same) return [];
    const message = `${quoted(same.id)} asks the same, with the same right choice: ask something else, or take one out`;
    return [{ path: ['stem'], message }];
  },
};

/**
 * Whether the questions have the same words, or nearly the same and a claim in common. Where the article leaves something
 * open, questions about other claims have the same right choice.
 */
function isSame(item: Item, other: Item, { spaced, content }: Wording): boolean {
  const [a, b] = [item.stem, other.stem];
  if (numbersIn(a) !== numbersIn(b)) return false;
  if (!item.claims.some((id) => other.claims.includes(id)))
    return !keyOf(item)?.open && spaced(a) === spaced(b);
  return isNear(a, b) || content(a).join(' ') === content(b).join(' ');
}

function isNear(a: string, b: string): boolean {
  const most = ALIKE * Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) >= most) return false;
  return distance(a.toLowerCase(), b.toLowerCase()) < most;
}
