import { HALADYNA, type ItemRule, SAQUET } from '../rule.js';
import { outsideQuotations } from '../words.js';

/** Leaves out verbs such as "deny", "oppose" and "refuse": in the news, these are acts. */
const NEGATIVE =
  /(?<![\p{L}\p{N}])(?:not|never|except|without|neither|nor|cannot|least likely)(?![\p{L}\p{N}])|n[’']t(?!\p{L})/iu;

/** A subordinate clause is not the question: "Who said that it had never been agreed?" asks positively. */
const CLAUSE = /(?<![\p{L}\p{N}])(?:that|whether|if|which|because)(?![\p{L}\p{N}])[^?]*/giu;

const EMPHASISED =
  /(?<![\p{L}\p{N}])(?:NOT|NEVER|EXCEPT|WITHOUT|NEITHER|CANNOT|LEAST)(?![\p{L}\p{N}])/u;

export const negativeStem: ItemRule = {
  id: 'negative-stem',
  languages: 'English',
  judges: ['texts', 'in-text', 'board'],
  about: 'The question turns on a negative word that is easily read over.',
  source: `${HALADYNA} 17; ${SAQUET} "negative worded"`,
  fails: {
    stem: 'What did the ferryman not ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
  },
  passes: {
    stem: 'Who said that the fares had never been raised?',
    choices: ['The ferryman', 'The harbour master', 'The mayor'],
  },
  faults: ({ stem }) => {
    const question = outsideQuotations(stem).replace(CLAUSE, ' ');
    const word = NEGATIVE.exec(question)?.[0];
    if (word === undefined || EMPHASISED.test(question)) return [];
    const message = `the question turns on '${word}': ask it positively, or write the word in capitals`;
    return [{ path: ['stem'], message }];
  },
};
