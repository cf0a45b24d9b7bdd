import type { QuestionStop, RowView } from '../../core/views/live-room/person-view.js';
import { h, type Wanted } from '../dom.js';
import { chosenAt, type PageNow } from '../state.js';

/** A sort board: each statement with its headings as a group of radio buttons. */
export const boardOf = (page: PageNow, stop: QuestionStop): Wanted =>
  h('div', { key: 'board', class: 'board' }, ...stop.rows.map((row) => rowOf(page, stop, row)));

const rowOf = (page: PageNow, stop: QuestionStop, row: RowView): Wanted =>
  h(
    'fieldset',
    { key: `${stop.stop} ${row.check}` },
    h('legend', {}, row.statement ?? ''),
    ...row.choices.map((choice, i) => headingOf(page, stop, row, choice, i)),
  );

function headingOf(
  page: PageNow,
  stop: QuestionStop,
  { check, chosen }: RowView,
  { id, text }: RowView['choices'][number],
  i: number,
): Wanted {
  const isSettled = !stop.canAnswer || (stop.isFinal === true && chosen !== undefined);
  return h(
    'label',
    { key: id, class: 'heading' },
    h('input', {
      type: 'radio',
      name: `${stop.stop} ${check}`,
      value: id,
      checked: chosenAt(page, stop).get(check) === id,
      disabled: isSettled,
      'data-digit': i + 1,
      on: { change: () => page.choose(stop, [check, id]) },
    }),
    h('span', {}, text),
  );
}
