import {
  choiceFaults,
  HALADYNA,
  type Item,
  type ItemFault,
  type ItemRule,
  SAQUET,
} from '../rule.js';
import { outsideQuotations } from '../words.js';

const YES_OR_NO = /^(?:yes|no)(?:$|[,.;:—–])/iu;

/** One of these words alone may be what a source said. Both together are a yes and a no. */
const OPPOSITES = [
  [/^true(?:$|[,.;:—–])/iu, /^false(?:$|[,.;:—–])/iu],
  [/^correct(?:$|[,.;:—–])/iu, /^incorrect(?:$|[,.;:—–])/iu],
] as const;

export const yesNo: ItemRule = {
  id: 'yes-no',
  languages: 'English',
  judges: ['texts', 'in-text', 'board'],
  about: 'The answer to the question is yes or no: half of all guesses are right.',
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
  faults: (item) => {
    const choices = choiceFaults(item, 'text', ({ text }) =>
      YES_OR_NO.test(text) || isOneOfOpposites(text, item)
        ? 'this choice is a yes or no: ask who, what or when, and let the choices answer'
        : undefined,
    );
    return choices.length > 0 || !asksYesOrNo(item.stem) ? choices : [STEM_FAULT];
  },
};

const STEM_FAULT: ItemFault = {
  path: ['stem'],
  message: 'this question can be answered with yes or no: ask who, what or when',
};

/** A verb that begins a question, at once or after a first part: "In ¶2, did the mayor refuse?" */
const VERB_FIRST =
  /^(?<lead>(?:.*?, )?)(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|might)(?:n[’']t)? (?<rest>.*)\?/iu;

const QUESTION_WORD = /(?<!\p{L})(?:who|whom|whose|what|which|when|where|why|how)(?!\p{L})/iu;

/** With "or", a question offers two answers: "Did he refuse or agree?" */
function asksYesOrNo(stem: string): boolean {
  const { lead, rest } = VERB_FIRST.exec(lastQuestion(stem))?.groups ?? {};
  if (lead === undefined || rest === undefined) return false;
  return !QUESTION_WORD.test(lead) && !/(?<!\p{L})or(?!\p{L})/iu.test(rest);
}

/** The last sentence, which is the question. */
const lastQuestion = (stem: string): string =>
  outsideQuotations(stem)
    .split(/(?<=[.!?]) /u)
    .at(-1) ?? '';

const isOneOfOpposites = (text: string, { choices }: Item): boolean =>
  OPPOSITES.some(
    (pair) =>
      pair.some((word) => word.test(text)) &&
      pair.every((word) => choices.some((choice) => word.test(choice.text))),
  );
