import { distractorsOf, HALADYNA, type ItemRule, keyOf, keyPath } from '../rule.js';
import { outsideQuotations, wholeWords } from '../words.js';

/** Words that make a statement less than certain. */
export const HEDGES: readonly string[] = [
  'would',
  'could',
  'may',
  'might',
  'perhaps',
  'possibly',
  'probably',
  'likely',
  'virtually',
  'nearly',
  'almost',
  'hardly',
  'effectively',
  'as good as',
  'potential',
  'potentially',
  'seems?',
];

const HEDGE = wholeWords(HEDGES);

/** The month, which no sentence begins with. */
const MAY = /(?<=\S )May(?!\p{L})|May(?= \d)/gu;

export const hedgedKey: ItemRule = {
  id: 'hedged-key',
  languages: 'English',
  judges: ['texts'],
  about:
    'The right choice alone has a hedge ("could", "virtually"): test-wise readers take this choice.',
  source: `Millman, Bishop & Ebel (1965), An analysis of test-wiseness; ${HALADYNA} 28`,
  fails: {
    stem: 'What did the ferryman write about the night boat?',
    choices: ['It might be sold', 'It will be painted', 'It has been sunk'],
  },
  passes: {
    stem: 'What did the ferryman write about the night boat?',
    choices: ['It might be sold', 'It could be painted', 'It has been sunk'],
  },
  faults: (item) => {
    const key = keyOf(item);
    const hedge = key && hedgeIn(key.text);
    const others = distractorsOf(item);
    if (!hedge || others.length === 0 || others.some(({ text }) => hedgeIn(text))) return [];
    const message = `the right choice alone has a hedge, '${hedge}': hedge another choice, too, or none`;
    return [{ path: keyPath(item), message }];
  },
};

const hedgeIn = (text: string): string | undefined =>
  HEDGE.exec(outsideQuotations(text).replace(MAY, ' '))?.[0];
