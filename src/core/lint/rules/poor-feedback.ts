import { choiceFaults, type ItemRule } from '../rule.js';

/** Feedback that would fit any choice. */
const EMPTY =
  /^(?:(?:no|yes|sorry|oops|right|wrong|correct|incorrect|false|true|exactly|indeed|well done|good|great|not quite|not this time|this|that|is|it|it['’]s|that['’]s|the|answer|choice|option|try|again|unfortunately|wrong one)[\s,.!;:—–-]*)+$/iu;

export const poorFeedback: ItemRule = {
  id: 'poor-feedback',
  languages: 'English',
  judges: ['texts', 'in-text', 'row'],
  about: 'Feedback only says that the choice is right or wrong, and explains nothing.',
  source:
    'Shute (2008), Focus on formative feedback, Review of Educational Research 78(1): feedback that explains helps more than "right" or "wrong" alone',
  fails: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    feedback: 'Wrong, try again.',
  },
  passes: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    feedback: 'The harbour master asked for a rope.',
  },
  faults: (item) =>
    choiceFaults(item, 'feedback', ({ feedback }) =>
      EMPTY.test(feedback.trim())
        ? 'this feedback only gives the verdict: say why, from the story'
        : undefined,
    ),
};
