import { HALADYNA, type ItemRule, keyOf } from '../rule.js';

/** A hint with this share of the key's own words, or more, gives the key away. */
const TOO_MANY = 0.6;

export const hintHoldsKey: ItemRule = {
  id: 'hint-holds-key',
  languages: 'any',
  judges: ['texts', 'in-text'],
  about: 'The hint gives the right choice away.',
  source: `${HALADYNA} 28d`,
  fails: {
    stem: 'What did the ferryman ask for?',
    choices: ['A second lamp on the pier', 'A longer rope for the boat', 'A bell for the harbour'],
    hint: 'Think of the pier and its second lamp.',
  },
  passes: {
    stem: 'What did the ferryman ask for?',
    choices: ['A second lamp on the pier', 'A longer rope for the boat', 'A bell for the harbour'],
    hint: 'Think of what he cannot do at night.',
  },
  faults: (item, { wording }) => {
    if (item.hint === undefined) return [];
    const wrong = item.choices.filter(({ id }) => id !== item.key);
    const elsewhere = new Set(wrong.flatMap(({ text }) => wording.content(text)));
    const keyWords = new Set(
      wording.content(keyOf(item)?.text ?? '').filter((word) => !elsewhere.has(word)),
    );
    const hinted = new Set(wording.content(item.hint));
    const shared = [...keyWords].filter((word) => hinted.has(word)).length;
    if (keyWords.size === 0 || shared / keyWords.size < TOO_MANY) return [];
    return [
      {
        path: ['hint'],
        message: 'the hint has the words of the right choice: say where to look instead',
      },
    ];
  },
};
