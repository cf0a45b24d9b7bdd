import { choiceFaults, HALADYNA, type ItemRule, SAQUET } from '../rule.js';
import { outsideQuotations } from '../words.js';

/** Nothing but the other choices. "Both sides signed" says something of its own. */
const COMBINED =
  /^(?:both|neither|either)(?: (?:of )?(?:them|these|those|the two|two|choices|answers|are right|is right))?[.!]?$|\b[A-D] (?:and|or|&) [A-D]\b|\b[1-4] (?:and|or|&) [1-4]$/u;

export const combinedChoices: ItemRule = {
  id: 'combined-choices',
  languages: 'English',
  judges: ['texts'],
  about: 'A choice combines other choices ("A and B").',
  source: `${HALADYNA} 9 (avoid the complex format); ${SAQUET} "complex or K-type"`,
  fails: {
    stem: 'Who wrote to the council?',
    choices: ['The ferryman and the harbour master', 'The ferryman', 'The harbour master'],
  },
  passes: {
    stem: 'Who wrote to the council?',
    choices: ['The ferryman', 'The harbour master', 'The mayor'],
  },
  faults: (item) =>
    choiceFaults(item, 'text', ({ text }, i) => {
      const words = outsideQuotations(text).trim();
      const within = item.choices.filter((other, j) => i !== j && holds(words, other.text));
      return within.length > 1 || COMBINED.test(withSmallInitial(words))
        ? 'this choice combines others: write a choice that says something of its own'
        : undefined;
    }),
};

const holds = (text: string, other: string): boolean =>
  text.toLowerCase().includes(other.toLowerCase());

/** Puts a capitalised first word in lower case ("Both"), but not a single letter ("A"). */
const withSmallInitial = (text: string): string =>
  text.replace(/^\p{Lu}\p{Ll}+/u, (word) => word.toLowerCase());
