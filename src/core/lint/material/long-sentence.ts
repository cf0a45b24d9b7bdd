import { quoted } from '../../course-files/course-file.js';
import { longestSentence } from '../words.js';
import type { MaterialRule } from './material-rule.js';

const MOST_WORDS = 30;

export const longSentence: MaterialRule = {
  id: 'long-sentence',
  languages: 'English',
  isAboutAll: false,
  judges: 'passages',
  about: `A sentence of a passage has more than ${MOST_WORDS} words.`,
  source:
    'Flesch (1948), A new readability yardstick, Journal of Applied Psychology 32(3): the longer the sentences, the harder the text',
  fails: {
    sentences: [
      'The ferryman, who has crossed to the island on every night since the old pier was built, said in a letter that he would stop in March unless the council paid for a lamp.',
    ],
  },
  passes: {
    sentences: [
      'The ferryman has crossed to the island on every night since the old pier was built. In a letter, he said that he would stop in March unless the council paid for a lamp.',
    ],
  },
  faults: ({ sentences }) =>
    sentences
      .flatMap(({ items }) => items)
      .flatMap(({ value: { id, text }, path }) => {
        const words = longestSentence(text);
        if (words <= MOST_WORDS) return [];
        const message = `a sentence of ${quoted(id)} has ${words} words: make sentences of ${MOST_WORDS} words or fewer`;
        return [{ list: 'passages', path: [...path, 'text'], message }];
      }),
};
