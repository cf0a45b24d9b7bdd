import { choiceFaults, HALADYNA, type ItemRule, SAQUET } from '../rule.js';
import { outsideQuotations, wholeWords } from '../words.js';

const VAGUE = wholeWords([
  'often',
  'sometimes',
  'usually',
  'frequently',
  'rarely',
  'seldom',
  'generally',
  'occasionally',
  'typically',
  'mostly',
  'commonly',
  'regularly',
]);

export const vagueFrequency: ItemRule = {
  id: 'vague-frequency',
  languages: 'English',
  judges: ['texts'],
  about:
    'A choice has a vague word for how often, such as "often". Each reader understands such a word differently.',
  source: `${HALADYNA} 19; ${SAQUET} "vague terms"`,
  fails: {
    stem: 'When does the ferry sail, according to the mayor?',
    choices: ['Often at night', 'On weekdays', 'On Sundays'],
  },
  passes: {
    stem: 'When does the ferry sail, according to the mayor?',
    choices: ['On four nights a week', 'On weekdays', 'On Sundays'],
  },
  faults: (item) =>
    choiceFaults(item, 'text', ({ text }) => {
      const word = VAGUE.exec(outsideQuotations(text))?.[0];
      return word && `readers understand '${word}' differently: say how often, or quote the word`;
    }),
};
