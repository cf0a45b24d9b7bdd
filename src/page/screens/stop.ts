import { ANSWER_WORDS, OWN_WORDS } from '../../core/messages/live-room/page.js';
import type { QuestionStop, RowView, StopView } from '../../core/views/live-room/person-view.js';
import { type Child, h, type Wanted } from '../dom.js';
import { chosenAt, type PageNow } from '../state.js';
import { answersOf } from './answers.js';
import { boardOf } from './board.js';
import { choicesOf } from './choices.js';
import { passageBlock, passagesOf } from './passages.js';
import { verdictOf } from './verdict.js';

/** A question with its passages above, or a text. Its heading gets the focus when it appears. */
export const stopScreen = (page: PageNow, stop: StopView): Wanted =>
  h(
    'section',
    { key: `stop ${stop.stop}`, class: 'stop' },
    h('h2', { tabindex: -1, id: 'label' }, stop.label),
    ...(stop.kind === 'text' ? textOf(page, stop.lookFor) : []),
    ...passagesAbove(page, stop).map(passageBlock),
    ...(stop.kind === 'question' ? questionOf(page, stop) : []),
  );

const textOf = (_: PageNow, lookFor: string | undefined): Child[] => [
  lookFor !== undefined && h('p', {}, h('strong', {}, `${OWN_WORDS.lookFor}: `), lookFor),
];

/** Those of which no sentence is a choice. */
function passagesAbove({ state }: PageNow, stop: StopView) {
  const isOpen = stop.kind === 'question' && stop.canAnswer && !stop.rows[0]?.verdict;
  const choosable = isOpen ? (stop.rows[0]?.sentences ?? []) : [];
  return passagesOf(state, stop).filter(
    ({ sentences }) => !sentences.some(({ id }) => choosable.includes(id)),
  );
}

/** Judged rows show their verdict. The others can be answered, or show what was chosen. */
function questionOf(page: PageNow, stop: QuestionStop): Child[] {
  const judged = stop.rows.filter(({ verdict }) => verdict !== undefined);
  const open = stop.rows.filter(({ verdict }) => verdict === undefined);
  return [
    h('h3', { id: 'stem', class: 'stem', tabindex: -1 }, stop.stem),
    ...judged.map((one) => one.verdict && verdictOf(one, one.verdict)),
    ...(stop.canAnswer
      ? answerable(page, stop, open)
      : open.flatMap((row) => settled(page, stop, row))),
    ...answering(page, stop, open.length > 0),
  ];
}

function answerable(page: PageNow, stop: QuestionStop, rows: readonly RowView[]): Child[] {
  const [row] = rows;
  if (row === undefined) return [];
  return stop.isBoard ? [boardOf(page, { ...stop, rows })] : choicesOf({ page, stop, row });
}

const settled = (page: PageNow, stop: QuestionStop, row: RowView): Child[] => [
  row.statement !== undefined && h('h4', { key: `statement ${row.check}` }, row.statement),
  ...answersOf(row, chosenAt(page, stop).get(row.check)),
];

function answering(page: PageNow, stop: QuestionStop, isOpen: boolean): Child[] {
  const asksToSend = isOpen && stop.isFinal === true && stop.canAnswer;
  return [
    asksToSend && h('p', { key: 'final' }, ANSWER_WORDS.final),
    asksToSend &&
      h(
        'button',
        {
          key: 'answer',
          type: 'button',
          class: 'main',
          'aria-disabled': !hasDraft(page, stop) && 'true',
          on: { click: () => page.answer(stop) },
        },
        ANSWER_WORDS.answer,
      ),
    h('p', { key: 'saved', class: 'saved', role: 'status' }, savedText(page, stop)),
  ];
}

const hasDraft = ({ state }: PageNow, { rows }: QuestionStop): boolean =>
  rows.some(({ check }) => state.drafts.has(check));

/** What became of the answer. */
function savedText(page: PageNow, stop: QuestionStop): string | undefined {
  const { state, sending } = page;
  if (sending !== 'nothing')
    return sending === 'sending' ? ANSWER_WORDS.sending : ANSWER_WORDS.notSent;
  if (state.problem !== undefined) return state.problem;
  if (!stop.canAnswer || stop.isFinal || chosenAt(page, stop).size === 0) return undefined;
  return state.view?.phase === 'own' ? ANSWER_WORDS.savedOwn : ANSWER_WORDS.saved;
}
