import { choiceFaults, type ItemRule } from '../rule.js';

/** Feedback that would fit any choice. */
const EMPTY =
  /^(?:(?:no|yes|sorry|oops|right|wrong|correct|incorrect|false|true|exactly|indeed|well done|good|great|not quite|not this time|this|that|is|it|it['’]s|that['’]s|the|answer|choice|option|try|again|unfortunately|wrong one)[\s,.!;:—–-]*)+$/iu;

const LETTER =
  /(?<![\p{L}\p{N}])(?:option|choice|answer|letter) [A-D](?![\p{L}\p{N}])|^\(?[A-D]\)/u;

export const poorFeedback: ItemRule = {
  id: 'poor-feedback',
  languages: 'English',
  judges: ['texts', 'in-text', 'row'],
  about: 'Feedback only says that it is wrong, or names a letter, and explains nothing.',
  source:
    'Shute (2008), Focus on formative feedback, Review of Educational Research 78(1): feedback that explains beats a bare verdict',
  fails: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    feedback: 'Wrong, try again.',
  },
  passes: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    feedback: 'Rope is what the harbour master asked for.',
  },
  faults: (item) =>
    choiceFaults(item, 'feedback', ({ feedback }) => {
      if (LETTER.test(feedback))
        return 'this feedback names a letter, and choices have none: name what it says';
      return EMPTY.test(feedback.trim())
        ? 'this feedback only gives the verdict: say why, from the story'
        : undefined;
    }),
};
