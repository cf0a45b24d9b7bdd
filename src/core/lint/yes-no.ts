import { choiceFaults, HALADYNA, type ItemRule, SAQUET } from './item-rule.js';

const YES_OR_NO = /^(?:yes|no|true|false|correct|incorrect)(?:$|[,.;:—–])/iu;

export const yesNo: ItemRule = {
  id: 'yes-no',
  languages: 'English',
  about: 'The question can be answered with yes or no: half of it is a guess.',
  source: `${HALADYNA} 9; ${SAQUET} "true/false"`,
  fails: {
    stem: 'Did the ferryman refuse?',
    choices: ['Yes, on Monday', 'No', '[The story does not say]'],
  },
  passes: {
    stem: 'When did the ferryman refuse?',
    choices: ['On Monday', 'On Tuesday', '[The story does not say]'],
    ordered: true,
  },
  faults: (item) =>
    choiceFaults(item, 'text', ({ text }) =>
      YES_OR_NO.test(text)
        ? 'this choice is a yes or no: ask who, what or when, and let the choices say it'
        : undefined,
    ),
};
