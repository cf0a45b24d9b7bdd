import { CHOICE_WORDS } from '../../core/messages/live-room/page.js';
import type { QuestionStop, RowView } from '../../core/views/live-room/person-view.js';
import { h, type Wanted } from '../dom.js';
import { chosenAt, type PageNow } from '../state.js';
import { passageFrame, passagesOf } from './passages.js';

type Choosing = {
  readonly page: PageNow;
  readonly stop: QuestionStop;
  readonly row: RowView;
};

/** The choices of a question: a list, words of a sentence, or sentences of a passage. */
export function choicesOf(choosing: Choosing): Wanted[] {
  const { row } = choosing;
  if (row.sentences) return sentencesOf(choosing, row.sentences);
  return [row.parts ? wordsOf(choosing, row.parts) : listOf(choosing)];
}

const listOf = (choosing: Choosing): Wanted =>
  group(
    'choices',
    choosing.row.choices.map(({ id, text }, i) => choiceButton(choosing, i, [id, text])),
  );

const group = (className: string, children: readonly (Wanted | string)[]): Wanted =>
  h(
    'div',
    { class: className, role: 'group', 'aria-labelledby': 'stem', key: className },
    ...children,
  );

/** @param tag a `span` goes on in the next line as the text around it does, which no `button` can */
function choiceButton(
  { page, stop, row }: Choosing,
  i: number,
  [id, text]: readonly [string, string],
  tag: 'button' | 'span' = 'button',
): Wanted {
  const isChosen = chosenAt(page, stop).get(row.check) === id;
  const isFirst = row.firstChosen === id;
  return h(
    tag,
    {
      key: `${stop.stop} ${row.check} ${id}`,
      ...(tag === 'button' ? { type: 'button' } : { role: 'button', tabindex: 0 }),
      class: 'choice',
      'aria-pressed': String(isChosen),
      'data-digit': i + 1,
      on: { click: () => page.choose(stop, [row.check, id]) },
    },
    h('span', { class: 'digit', 'aria-hidden': 'true' }, isChosen ? '✓' : String(i + 1)),
    h('span', {}, text, isFirst && h('span', { class: 'note' }, ` (${CHOICE_WORDS.first})`)),
  );
}

/** The sentence with its choices as buttons. */
const wordsOf = (choosing: Choosing, parts: NonNullable<RowView['parts']>): Wanted =>
  group(
    'words',
    parts.map(({ text, choice }) => {
      const { id } = (choice === undefined ? undefined : choosing.row.choices[choice]) ?? {};
      return id === undefined ? text : choiceButton(choosing, choice ?? 0, [id, text], 'span');
    }),
  );

/** The passages with those sentences as buttons that can be chosen. */
function sentencesOf(choosing: Choosing, chosen: readonly string[]): Wanted[] {
  const { page, stop, row } = choosing;
  const isChoosable = ({ sentences }: { readonly sentences: readonly { readonly id: string }[] }) =>
    sentences.some(({ id }) => chosen.includes(id));
  return passagesOf(page.state, stop)
    .filter(isChoosable)
    .map(({ heading, sentences }) =>
      passageFrame(
        heading,
        group(
          'sentences',
          sentences.map(({ id, text }) => {
            const i = chosen.indexOf(id);
            const choice = row.choices[i]?.id;
            if (choice === undefined) return h('p', {}, text);
            return choiceButton(choosing, i, [choice, text]);
          }),
        ),
      ),
    );
}
