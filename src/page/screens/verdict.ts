import { SIGN_WORDS } from '../../core/messages/live-room/page.js';
import { NOT_ANSWERED, VERDICT_RIGHT, VERDICT_WRONG } from '../../core/messages/verdict.js';
import type { RowVerdict, RowView } from '../../core/views/live-room/person-view.js';
import { type Child, h, type Wanted } from '../dom.js';
import { answersOf } from './answers.js';
import { mark, paragraph } from './marks.js';

const SIGNS = {
  right: ['✓', VERDICT_RIGHT],
  wrong: ['✗', VERDICT_WRONG],
  unanswered: ['–', NOT_ANSWERED],
} as const;

/** A question with its verdict: what was right, what this person chose, why, and the proof. */
export function verdictOf(row: RowView, verdict: RowVerdict): Wanted {
  const [sign, said] = SIGNS[verdict.outcome];
  const isSame = said === verdict.headline;
  return h(
    'section',
    { class: `verdict ${verdict.outcome}`, key: `verdict ${row.check}` },
    row.statement === undefined ? undefined : h('h4', {}, row.statement),
    h(
      'p',
      { class: 'headline' },
      isSame ? h('span', { 'aria-hidden': 'true' }, `${sign} `) : mark(sign, said),
      verdict.headline,
    ),
    ...answersOf(row, row.chosen, verdict.key),
    ...verdict.reasons.map((reason) =>
      h(
        'p',
        { class: 'reason' },
        reason.mark === 'right' ? mark('✓', SIGN_WORDS.right) : mark('✗', SIGN_WORDS.wrong),
        reason.text,
      ),
    ),
    paragraph(verdict.trap, 'trap'),
    ...verdict.proofs.map(proofOf),
  );
}

const proofOf = ({ place, sentences }: RowVerdict['proofs'][number]): Wanted =>
  h(
    'figure',
    {},
    h('figcaption', {}, place),
    h(
      'blockquote',
      {},
      ...sentences.map((parts) =>
        h(
          'p',
          {},
          ...parts.map(({ text, marked }): Child => (marked ? h('mark', {}, text) : text)),
        ),
      ),
    ),
  );
