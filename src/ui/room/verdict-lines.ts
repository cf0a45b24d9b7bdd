import type { HostRow } from '../../core/views/live-room/host-view.js';
import { GAP, type Line, line } from '../layout/line.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { withLead, wrapSpans } from '../layout/wrap-spans.js';

/** Why the right choice is right, the trap of the others, and the sentences that prove it. */
export function verdictLines({ verdict }: HostRow, width: number): Line[] {
  if (!verdict) return [];
  const { reasons, trap, proofs } = verdict;
  return [
    ...reasons.flatMap(({ mark, text }) =>
      hangLines(
        mark === 'right' ? { text: '✓ ', tone: 'good' } : { text: '✗ ', tone: 'bad' },
        text,
        width,
      ),
    ),
    ...(trap === undefined ? [] : [GAP, ...wrapLines(trap, width)]),
    ...proofs.flatMap(({ place, sentences }) => [
      GAP,
      ...sentences.flatMap((parts) => sentenceLines(parts, width)),
      line(place),
    ]),
  ];
}

type HostVerdict = NonNullable<HostRow['verdict']>;
type ProofSentence = HostVerdict['proofs'][number]['sentences'][number];

/** The words that prove the answer are bold. Each row has a bar before it. */
const sentenceLines = (parts: ProofSentence, width: number): Line[] =>
  wrapSpans(
    parts.map(({ text, marked }) => ({ text, tone: marked ? 'strong' : 'plain' })),
    width - 1,
  ).flatMap((row) => withLead([{ text: '▌', tone: 'accent' }], [row]));
