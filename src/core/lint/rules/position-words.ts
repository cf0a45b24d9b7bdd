import { type Item, type ItemFault, type ItemRule, SAQUET } from '../rule.js';
import { outsideQuotations, wholeWords } from '../words.js';

const POSITION = wholeWords([
  '(?:option|choice|answer) (?:[a-d]|[1-4]|one|two|three|four)',
  '(?:first|second|third|fourth|last|next|previous) (?:option|choice|answer)s?',
  '(?:see|the|as|choices?|options?) (?:above|below)',
]);

export const positionWords: ItemRule = {
  id: 'position-words',
  languages: 'English',
  judges: ['texts', 'in-text', 'board', 'row'],
  about: 'A text names a choice by its place. Most choices are shuffled.',
  source: `The choices' order comes from a seed; cf. ${SAQUET} "ambiguous or unclear information"`,
  fails: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    feedback: 'The first choice has it right: he wanted light.',
  },
  passes: {
    stem: 'What did the ferryman ask for?',
    choices: ['A lamp', 'A bell', 'A rope'],
    feedback: 'He spoke of light, and a rope gives none.',
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
  const words = POSITION.exec(outsideQuotations(text))?.[0];
  if (words === undefined) return [];
  const message = `'${words}' names a choice by its place: name it by what it says`;
  return [{ path, message }];
}
