import { ROUND_LABELS } from '../../core/messages/live-room/host.js';
import type { HostChoice, HostRow } from '../../core/views/live-room/host-view.js';
import { barSpans } from '../layout/bar.js';
import { GAP, type Line, type Span } from '../layout/line.js';
import { hangLines } from '../layout/wrap.js';
import { wrapSpans } from '../layout/wrap-spans.js';

type VoteName = 'first' | 'second';

const VOTES: readonly VoteName[] = ['first', 'second'];

const isShown = (choices: readonly HostChoice[], vote: VoteName): boolean =>
  choices.some((choice) => choice[vote] !== undefined);

/** The choices of a question, each with a bar for each vote that is shown. */
export function choiceLines({ choices, verdict }: HostRow, width: number): Line[] {
  const votes = VOTES.filter((vote) => isShown(choices, vote));
  return choices.flatMap((choice) => [
    ...hangLines(leadOf(choice, verdict?.key), choice.text, width),
    ...votes.map((vote) => barOf(choice, vote, choices, { width, isAlone: votes.length === 1 })),
    ...(votes.length > 0 ? [GAP] : []),
  ]);
}

/** The choice's number, and once the answer is shown whether it is right. */
function leadOf({ id, number }: HostChoice, key: string | undefined): Span {
  if (key === undefined) return { text: `  ${number}  `, tone: 'plain' };
  return id === key
    ? { text: `${number} ✓  `, tone: 'good' }
    : { text: `${number} ✗  `, tone: 'bad' };
}

type BarPlace = { readonly width: number; readonly isAlone: boolean };

const LABEL_WIDTH = 13;

/** As wide as the text, so that the last row of seats can see the difference. */
function barOf(
  choice: HostChoice,
  vote: VoteName,
  choices: readonly HostChoice[],
  { width, isAlone }: BarPlace,
): Line {
  const total = choices.reduce((sum, one) => sum + (one[vote] ?? 0), 0);
  const count = choice[vote] ?? 0;
  const lead = isAlone
    ? '     '
    : `     ${ROUND_LABELS[vote === 'first' ? 1 : 2].padEnd(LABEL_WIDTH)}`;
  const room = Math.max(2, width - lead.length - String(total).length - 2);
  return {
    spans: [
      { text: lead, tone: 'plain' },
      ...barSpans(total === 0 ? 0 : count / total, room),
      { text: `  ${count}`, tone: 'plain' },
    ],
  };
}

/** A row of a sort board: its statement, and once it is known how many put it under which heading. */
export function statementLines(
  { statement = '', choices, verdict }: HostRow,
  width: number,
): Line[] {
  const counts = choices.filter((choice) => VOTES.some((vote) => choice[vote] !== undefined));
  return [
    ...hangLines({ text: '• ', tone: 'accent' }, statement, width),
    ...wrapSpans(
      counts.flatMap((choice, i) => countSpans(choice, verdict?.key, i)),
      width - INDENT.length,
    ).map(({ spans }) => ({ spans: [{ text: INDENT, tone: 'plain' as const }, ...spans] })),
  ];
}

const INDENT = '  ';

/** "✓ 3 demanded: 12" or, after the second vote, "3 demanded: 7, then 12". */
function countSpans(
  { id, number, text, first, second }: HostChoice,
  key: string | undefined,
  at: number,
) {
  const counts = [first, second].filter((count) => count !== undefined).join(', then ');
  const gap = at === 0 ? [] : [{ text: '   ', tone: 'plain' as const }];
  const mark = id === key ? [{ text: '✓ ', tone: 'good' as const }] : [];
  return [...gap, ...mark, { text: `${number} ${text}: ${counts}`, tone: 'plain' as const }];
}

/** The headings of a board in one paragraph: "1 done   2 threatened". */
export const headingLines = (choices: readonly HostChoice[], width: number): Line[] =>
  wrapSpans(
    [{ text: choices.map(({ number, text }) => `${number} ${text}`).join('   '), tone: 'plain' }],
    width,
  );
