import {
  HALADYNA,
  type Item,
  type ItemFault,
  type ItemRule,
  keyOf,
  type ShownText,
} from '../rule.js';
import type { Wording } from '../words.js';

export const toldBefore: ItemRule = {
  id: 'told-before',
  languages: 'any',
  judges: ['texts', 'in-text'],
  about:
    'A title, goal, `soFar`, `lookFor`, example or feedback before the question gives its right choice away.',
  source: `${HALADYNA} 4 and 28`,
  fails: {
    stem: 'What did the ferryman ask the council for?',
    choices: ['A second lamp on the pier', 'A longer rope for the boat', 'A bell for the harbour'],
    shown: 'The ferryman needs his second lamp on the pier.',
  },
  passes: {
    stem: 'What did the ferryman ask the council for?',
    choices: ['A second lamp on the pier', 'A longer rope for the boat', 'A bell for the harbour'],
    shown: 'The ferryman asked the council. The mayor did not.',
  },
  faults: (item, { shown, wording }) => {
    const key = keyOf(item);
    if (!key || key.open) return [];
    const isTold = teller(item, wording);
    return shown()
      .filter(isTold)
      .map(({ place }): ItemFault => {
        const message = `${place} gives the right choice away before the question comes: change the words of one of them`;
        return { path: ['key'], message };
      });
  },
};

/** A key of this many words is recognised by its words alone. Shorter ones, such as names, occur everywhere. */
const LEAST_WORDS = 3;

/** The most words, without small ones, of a choice that is a name. */
const LONGEST_NAME = 5;

/** A text says the key if it has this share of the words that only the key has. */
const SHARE = 0.5;

/** And this many words of the question; one more if it does not have all of the key's own words. */
const LEAST_TOPIC = 2;

/**
 * Whether a text says the key: word for word; or with all of its own words; or with half of them and the question's
 * subject. A title, goal or cue is about the question anyway, unless the key is a name. A text that also has words of a
 * wrong choice says neither.
 */
function teller(item: Item, { isEnglish, spaced, contentWithQuotations: wordsOf }: Wording) {
  const key = keyOf(item);
  const keyText = spaced(key?.text ?? '');
  const isLong = keyText.trim().split(' ').length >= LEAST_WORDS;
  const stem = wordsOf(item.stem);
  const choices = item.choices.map(({ id, text }) => ({ id, words: wordsOf(text) }));
  const owned = choices.map(({ id, words }) => ({
    id,
    own: [...words].filter((word) => {
      const others = choices.filter((other) => other.id !== id);
      return !stem.has(word) && !others.some((other) => other.words.has(word));
    }),
  }));
  const own = owned.find(({ id }) => id === item.key)?.own ?? [];
  const wrong = owned.filter(({ id }) => id !== item.key).flatMap((choice) => choice.own);
  // A choice that names a source is a name, unless it is a sentence of the passage.
  const isName = key?.names !== undefined && wordsOf(key.text).size <= LONGEST_NAME;
  return ({ text, isHead }: ShownText): boolean => {
    const words = wordsOf(text);
    const count = own.filter((word) => words.has(word)).length;
    if (count < own.length * SHARE) return false;
    if (isLong && spaced(text).includes(keyText)) return true;
    if (!isEnglish || own.length === 0 || wrong.some((word) => words.has(word))) return false;
    const topic = [...stem].filter((word) => words.has(word) && !ASKING.has(word)).length;
    if (topic >= (count === own.length ? LEAST_TOPIC : LEAST_TOPIC + 1)) return true;
    if (isName) return false;
    return isHead === true || (count === own.length && count >= LEAST_WORDS);
  };
}

/** Stems of words that any question can have. */
const ASKING = new Set(
  'sai said tell told report articl stori paragraph sentenc name call come came give gave make made ask'.split(
    ' ',
  ),
);
