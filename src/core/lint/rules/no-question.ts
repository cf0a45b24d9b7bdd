import { HALADYNA, type ItemRule, SAQUET } from '../rule.js';

/** Question marks of all scripts. The Greek one looks like a semicolon. */
const QUESTION = /[?？؟՞⸮፧]/u;
const GREEK_QUESTION = /[;;]/u;

/** The end of a stem that the choices complete. */
const LEAD_IN = /(?:…|\.\.\.|[:：—–])$/u;

/** Languages that often have no question mark: Thai, Lao, Khmer, Burmese, Japanese and Chinese. */
const WITHOUT_MARKS = /^(?:th|lo|km|my|ja|zh)(?:-|$)/i;

export const noQuestion: ItemRule = {
  id: 'no-question',
  languages: 'any',
  judges: ['texts', 'in-text', 'board'],
  about: 'The stem is not a question, and the choices do not complete it.',
  source: `${HALADYNA} 9 and 15; ${SAQUET} "unfocused stem"`,
  fails: {
    stem: "The ferryman's letter.",
    choices: ['It asked for a lamp', 'It asked for a bell', 'It asked for a rope'],
  },
  passes: {
    stem: "What did the ferryman's letter ask for?",
    choices: ['A lamp', 'A bell', 'A rope'],
  },
  faults: ({ stem }, { language }) => {
    const isAsked =
      QUESTION.test(stem) || (/^el(-|$)/i.test(language) && GREEK_QUESTION.test(stem));
    if (isAsked || LEAD_IN.test(stem) || WITHOUT_MARKS.test(language)) return [];
    const message =
      "this is not a question: end it with a question mark, or with '…' if the choices complete it";
    return [{ path: ['stem'], message }];
  },
};
