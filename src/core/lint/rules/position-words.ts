import { type Item, type ItemFault, type ItemRule, SAQUET } from '../rule.js';
import { outsideQuotations, wholeWords } from '../words.js';

const POSITION = wholeWords([
  '(?:option|choice|answer) (?:number )?(?:[1-4]|one|two|three|four)',
  '(?:option|choice|answer) (?:is|was|would be) (?:number )?(?:[1-4]|(?:the )?(?:first|second|third|fourth|last))(?: one)?(?=[.,;!]|$)',
  '(?:first|second|third|fourth|last|next|previous) (?:option|choice|answer)s?',
  '(?:see|the|as|choices?|options?) (?:above|below)',
]);

/** A capital letter that can only be the letter of a choice. */
const LETTER =
  /(?<![\p{L}\p{N}])(?:(?:[Oo]ption|[Cc]hoice|[Aa]nswer|[Ll]etter)(?: is| was| would be)? [“"'(]?[A-D](?![\p{L}\p{N}’'])|[Aa]nswer: [A-D](?=[.,;)]|$)|[A-D] (?:is|was) (?:right|wrong|correct|incorrect)(?!\p{L}))|^\(?[A-D]\)/u;

export const positionWords: ItemRule = {
  id: 'position-words',
  languages: 'English',
  judges: ['texts', 'in-text', 'board', 'row'],
  about:
    'A text names a choice by its place or letter. The program shuffles most choices, and they have no letters.',
  source: `The choices' order comes from a seed; cf. ${SAQUET} "ambiguous or unclear information"`,
  fails: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    feedback: 'The first choice has it right: he wanted light.',
  },
  passes: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    feedback: 'He asked for light, and a rope gives none.',
  },
  faults: ({ stem, choices, hint = '' }, { kind }) => [
    ...fault(['stem'], stem),
    ...fault(['hint'], hint),
    ...choices.flatMap(({ text, feedback }, i) => [
      ...(kind === 'texts' ? fault(['choices', i, 'text'], text) : []),
      ...fault(['choices', i, 'feedback'], feedback),
    ]),
  ],
};

function fault(path: ItemFault['path'], text: Item['stem']): ItemFault[] {
  const own = outsideQuotations(text);
  const words = (LETTER.exec(own) ?? POSITION.exec(own))?.[0];
  if (words === undefined) return [];
  const message = `'${words}' names a choice by its place or letter: name it by what it says`;
  return [{ path, message }];
}
