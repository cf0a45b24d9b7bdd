import { HALADYNA, type ItemRule, SAQUET } from '../rule.js';
import { outsideQuotations } from '../words.js';

/** Leaves out verbs such as "deny", "oppose" and "refuse": in the news, these are acts. */
const NEGATIVE =
  /(?<![\p{L}\p{N}])(?:not|never|except|without|neither|nor|cannot|least likely)(?![\p{L}\p{N}])|n[’']t(?!\p{L})/iu;

/**
 * A subordinate clause is not the question: "Who said that it had never been agreed?" asks positively. A clause that
 * comes first ends with its comma.
 */
const FIRST_CLAUSE = /^(?:whether|if|because|though|although|when|while|as)(?!\p{L})[^,?]*,/iu;
const CLAUSE =
  /(?<![\p{L}\p{N}])(?:that|whether|if|because|(?<=(?:what|who|whom|whose|when|where|why|how|which)(?!\p{L}).*)(?:which|who|whom|whose)|not to be)(?![\p{L}\p{N}])[^?]*/giu;

/** "Which of these is false?" asks for what is not true. */
const UNTRUE =
  /which (?:of (?:these|those|the)|statement|sentence|choice)[^?]* (?:is|are) (false|untrue|incorrect|wrong)\?/iu;

const EMPHASISED =
  /(?<![\p{L}\p{N}])(?:NOT|NEVER|EXCEPT|WITHOUT|NEITHER|CANNOT|LEAST|FALSE|UNTRUE|INCORRECT|WRONG)(?![\p{L}\p{N}])/u;

export const negativeStem: ItemRule = {
  id: 'negative-stem',
  languages: 'English',
  judges: ['texts', 'in-text', 'board'],
  about: 'The question has a negative word that readers easily miss.',
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
    const own = outsideQuotations(stem).replace(FIRST_CLAUSE, ' ');
    const question = own.replace(CLAUSE, ' ');
    const word = NEGATIVE.exec(question)?.[0] ?? UNTRUE.exec(own)?.[1];
    if (word === undefined || EMPHASISED.test(question)) return [];
    const message = `readers easily miss '${word}' in this question: ask without this word, or write the word in capitals`;
    return [{ path: ['stem'], message }];
  },
};
