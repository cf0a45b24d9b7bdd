import {
  NOT_ANSWERED,
  VERDICT_RIGHT,
  VERDICT_WRONG,
  YOUR_ANSWER,
} from '../../core/messages/verdict.js';
import type { RowVerdict, RowView } from '../../core/views/live-room/person-view.js';
import { type Child, h, type Wanted } from '../dom.js';
import { RIGHT, RIGHT_ANSWER, WRONG, YOUR_FIRST_ANSWER } from '../words.js';
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
    h('ul', { class: 'answers' }, ...row.choices.map((choice) => answerOf(row, verdict, choice))),
    ...verdict.reasons.map((reason) =>
      h(
        'p',
        { class: 'reason' },
        reason.mark === 'right' ? mark('✓', RIGHT) : mark('✗', WRONG),
        reason.text,
      ),
    ),
    paragraph(verdict.trap, 'trap'),
    ...verdict.proofs.map(proofOf),
  );
}

function answerOf(
  { chosen, firstChosen }: RowView,
  { key }: RowVerdict,
  { id, text }: RowView['choices'][number],
): Wanted {
  const notes = [
    ...(id === chosen ? [YOUR_ANSWER] : []),
    ...(id === firstChosen ? [YOUR_FIRST_ANSWER] : []),
  ];
  return h(
    'li',
    { class: id === key ? 'key' : undefined },
    id === key ? mark('✓', RIGHT_ANSWER) : id === chosen && mark('✗', WRONG),
    text,
    notes.length > 0 && h('span', { class: 'note' }, ` (${notes.join(', ')})`),
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
