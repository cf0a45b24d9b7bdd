import type { MoreOfVerdict, VerdictView } from '../../core/views/verdict.js';
import { type Block, bullet, indented } from '../block.js';

/** The verdict: right or wrong, the key with its evidence, and why the learner's choice was wrong. */
export function verdictBlocks(view: VerdictView): Block[] {
  const { headline, corrected, surelyMissed, key, proofs, chosen } = view;
  return [
    present(headline, corrected, surelyMissed),
    present(key.text, key.why),
    ...proofs.map(({ heading, sentences }) => [
      heading,
      ...sentences.flatMap(({ text, marked }) => (marked ? [indented(text)] : [])),
    ]),
    ...(chosen ? [[chosen.text, chosen.why]] : []),
  ];
}

/** The rest of a verdict, after `more`. */
export const moreBlocks = ({ why, others, said, id }: MoreOfVerdict): Block[] => [
  ...(why === undefined ? [] : [[why]]),
  ...others.map((choice) => [bullet(choice.text), indented(choice.why)]),
  ...(said ? [[said.heading, ...said.statements.map(bullet)]] : []),
  [id],
];

const present = (...texts: readonly (string | undefined)[]): Block =>
  texts.filter((text) => text !== undefined);
