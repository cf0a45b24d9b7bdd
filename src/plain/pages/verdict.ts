import type { MarkedText } from '../../core/course/marked-words.js';
import { YOUR_ANSWER } from '../../core/messages/verdict.js';
import type { Proof } from '../../core/views/proof.js';
import type { MarkedChoice, MoreOfVerdict, VerdictView } from '../../core/views/verdict.js';
import { type Block, bullet, indented, MARKS, type Row } from '../block.js';

/** The question and its marked choices, the verdict, the reasons, and the sentences that prove the key. */
export function verdictBlocks(view: VerdictView): Block[] {
  const { said, stem, statement, choices, headline, corrected, surelyMissed } = view;
  return [
    ...(said === undefined ? [] : [[said]]),
    present(stem, statement),
    choices.map(choiceRow),
    present(headline, corrected, surelyMissed),
    view.reasons.map(({ mark, text }) => ({ lead: MARKS[mark], text })),
    ...(view.trap === undefined ? [] : [[view.trap]]),
    ...view.proofs.map(proofBlock),
  ];
}

const choiceRow = ({ number, text, mark, isYours }: MarkedChoice): Row => ({
  lead: `${mark ? MARKS[mark] : '  '}${number}. `,
  text: isYours ? `${text} · ${YOUR_ANSWER}` : text,
});

export const proofBlock = ({ sentences, place }: Proof): Block => [
  ...sentences.map((parts) => indented(starred(parts))),
  indented(place),
];

/** Lines have no bold: stars mark the words that decide. */
export const starred = (parts: readonly MarkedText[]): string =>
  parts.map(({ text, marked }) => (marked ? `*${text}*` : text)).join('');

/** The rest of a verdict, after `more`. */
export const moreBlocks = ({ others, said, id }: MoreOfVerdict): Block[] => [
  ...others.map(({ number, text, why }) => [
    { lead: `${number}. `, text },
    { lead: '   ', text: why },
  ]),
  ...(said ? [[said.heading, ...said.statements.map(bullet), ...present(said.toCome)]] : []),
  [id],
];

const present = (...texts: readonly (string | undefined)[]): Block =>
  texts.filter((text) => text !== undefined);
