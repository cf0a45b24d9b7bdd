import { choiceFaults, HALADYNA, type ItemRule, SAQUET } from '../rule.js';
import { outsideQuotations, wholeWords } from '../words.js';

const ALL_OR_NONE = wholeWords([
  '(?:all|none|any|each|both|neither|either) of (?:the )?(?:above|these|those|them|others?|choices|options|answers)',
  'all the above',
]);

export const allOfTheAbove: ItemRule = {
  id: 'all-of-the-above',
  languages: 'English',
  judges: ['texts'],
  about: 'A choice includes or excludes all others ("all of the above").',
  source: `${HALADYNA} 25 and 26; ${SAQUET} "all of the above", "none of the above"`,
  fails: {
    stem: 'Who wrote to the council?',
    choices: ['All of the above', 'The ferryman', 'The harbour master'],
  },
  passes: {
    stem: 'Who wrote to the council?',
    choices: ['The ferryman', 'The harbour master', '[The story does not say]'],
  },
  faults: (item) =>
    choiceFaults(item, 'text', ({ text }) =>
      ALL_OR_NONE.test(outsideQuotations(text))
        ? 'this choice includes or excludes all the others: write a choice that says something of its own'
        : undefined,
    ),
};
