import { choiceFaults, HALADYNA, type ItemRule, SAQUET } from '../rule.js';
import { outsideQuotations, wholeWords } from '../words.js';

/** Leaves out "all", "any" and "only", because these are often what a news story is about. */
export const ABSOLUTE = wholeWords([
  'always',
  'never',
  'ever',
  'completely',
  'absolutely',
  'entirely',
  'totally',
  'wholly',
  'invariably',
  'impossible',
  'everyone',
  'everybody',
  'everything',
  'no one',
  'nobody',
  'nothing',
  'none',
  'without exception',
  'under no circumstances',
]);

export const absoluteTerms: ItemRule = {
  id: 'absolute-terms',
  languages: 'English',
  judges: ['texts'],
  about:
    'Some choices are absolute ("never", "everyone") and others are not: test-wise readers avoid absolute choices.',
  source: `${HALADYNA} 28a; ${SAQUET} "absolute terms"`,
  fails: {
    stem: 'What did the ferryman promise?',
    choices: ['To sail on Sundays', 'To sail completely free of charge', 'To sell his boat'],
  },
  passes: {
    stem: 'What did the ferryman promise?',
    choices: ['To sail on Sundays', 'To sail free of charge', 'To sell his boat'],
  },
  faults: (item) => {
    const terms = item.choices.map(({ text }) => ABSOLUTE.exec(outsideQuotations(text))?.[0]);
    if (terms.every((word) => word !== undefined)) return [];
    return choiceFaults(item, 'text', (_, i) =>
      terms[i] === undefined
        ? undefined
        : `'${terms[i]}' is an absolute term that not every choice has: say the same without it`,
    );
  },
};
