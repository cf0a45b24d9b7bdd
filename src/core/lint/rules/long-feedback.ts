import { choiceFaults, type ItemRule } from '../rule.js';
import { longestSentence } from '../words.js';

const MOST_WORDS = 20;

export const longFeedback: ItemRule = {
  id: 'long-feedback',
  languages: 'English',
  judges: ['texts', 'in-text', 'row'],
  about: `A sentence of feedback has more than ${MOST_WORDS} words.`,
  source:
    'Shute (2008), Focus on formative feedback, Review of Educational Research 78(1): present feedback in manageable units',
  fails: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    feedback:
      'The harbour master asked for a rope when he came back from the council and met the reporters who waited for him there.',
  },
  passes: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    feedback:
      'The harbour master asked for a rope. He had come back from the council and met the reporters who waited for him there.',
  },
  faults: (item) =>
    choiceFaults(item, 'feedback', ({ feedback }) => {
      const words = longestSentence(feedback);
      if (words <= MOST_WORDS) return;
      return `a sentence of this feedback has ${words} words: make sentences of ${MOST_WORDS} words or fewer`;
    }),
};
