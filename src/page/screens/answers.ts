import { CHOICE_WORDS, SIGN_WORDS } from '../../core/messages/live-room/page.js';
import { bracketedSentence } from '../../core/views/in-text.js';
import type { RowView } from '../../core/views/live-room/person-view.js';
import { type Child, h, type Wanted } from '../dom.js';
import { mark } from './marks.js';

/**
 * The choices when none can be chosen, and which this person chose.
 * @param chosen its id
 * @param key the id of the right one, once it is known
 */
export const answersOf = (row: RowView, chosen: string | undefined, key?: string): Child[] => [
  row.parts && h('p', {}, bracketedSentence(row.parts)),
  h(
    'ul',
    { class: 'answers', key: `answers ${row.check}` },
    ...row.choices.map((_, i) => answerOf(row, i, chosen, key)),
  ),
];

function answerOf(
  { choices, firstChosen }: RowView,
  i: number,
  chosen: string | undefined,
  key: string | undefined,
): Wanted {
  const { id, text } = choices[i] as RowView['choices'][number];
  const notes = [
    ...(id === chosen ? [CHOICE_WORDS.yours] : []),
    ...(id === firstChosen ? [CHOICE_WORDS.first] : []),
  ];
  return h(
    'li',
    { class: id === (key ?? chosen) ? 'key' : undefined },
    key !== undefined &&
      (id === key ? mark('✓', CHOICE_WORDS.right) : id === chosen && mark('✗', SIGN_WORDS.wrong)),
    h('span', { class: 'digit' }, `${i + 1} `),
    text,
    notes.length > 0 && h('span', { class: 'note' }, ` (${notes.join(', ')})`),
  );
}
