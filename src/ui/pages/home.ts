import type { MenuEntry } from '../../core/state/menu-entry.js';
import type { State } from '../../core/state/state.js';
import { type EntryView, entryView } from '../../core/views/home/entry.js';
import { endsGroup, homeView } from '../../core/views/home/home.js';
import { HELP, HOME, MOVE, OPEN, QUIT } from '../keys/footer-keys.js';
import { barSpans } from '../layout/bar.js';
import { GAP, type Line, POINTER_WIDTH, type Span } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, padTo, wrapLines } from '../layout/wrap.js';

/** The least width for an entry and its note on one row. */
export const WIDE = 62;
/** The longest name that has a note, "The end of the course", and a gap. */
const NAME_WIDTH = 23;
/** Columns before a bar: the name, and the longest note that has a bar. */
const BAR_COLUMN = 44;
const BAR_WIDTH = 20;

type MenuBody = Pick<Page, 'before' | 'items' | 'after' | 'footer'>;

export function homePage(
  state: State,
  menu: readonly MenuEntry[],
  highlight: number,
  width: number,
): MenuBody {
  const { promise, entries } = homeView(state, menu);
  const body = entriesBody({ entries, menu, highlight }, width);
  const promised = promise.flatMap((text) => wrapLines(text, width));
  return {
    ...body,
    before: promised.length > 0 ? [...promised, GAP] : [],
    items: body.items.map((item, i) => {
      const entry = menu[i];
      return { ...item, gapAfter: entry !== undefined && endsGroup(entry, menu[i + 1]) };
    }),
    footer: [MOVE, OPEN, HELP, QUIT],
  };
}

/** Settings and more. */
export function morePage(
  state: State,
  menu: readonly MenuEntry[],
  highlight: number,
  width: number,
): MenuBody {
  const entries = menu.map((entry) => entryView(state, entry));
  return {
    ...entriesBody({ entries, menu, highlight }, width),
    before: [],
    footer: [MOVE, OPEN, HELP, HOME],
  };
}

type Entries = {
  readonly entries: readonly EntryView[];
  readonly menu: readonly MenuEntry[];
  readonly highlight: number;
};

/** The entries, and below them what the highlighted one is. In a narrow window its note is below its name. */
function entriesBody(
  { entries, menu, highlight }: Entries,
  width: number,
): Pick<Page, 'items' | 'after'> {
  const room = width - POINTER_WIDTH;
  const says = wrapLines(entries[highlight]?.says ?? '', width);
  return {
    items: entries.map((entry, i) => ({
      id: menu[i]?.id ?? '',
      lines: room < WIDE ? narrowLines(entry, i === highlight, room) : wideLines(entry, room),
    })),
    after: [GAP, ...(room < WIDE ? says.map((row): Line => ({ ...row, dropAs: 'aside' })) : says)],
  };
}

const narrowLines = ({ name, note }: EntryView, isHighlighted: boolean, room: number): Line[] => [
  ...wrapLines(name, room),
  ...(isHighlighted && note !== '' ? wrapLines(note, room, 'note') : []),
];

function wideLines({ name, note, share }: EntryView, room: number): Line[] {
  if (note === '') return wrapLines(name, room);
  if (share === undefined)
    return hangLines({ text: padTo(name, NAME_WIDTH), tone: 'plain' }, note, room, 'note');
  const lead: Span = { text: padTo(name, NAME_WIDTH), tone: 'plain' };
  const beside: Span = { text: padTo(note, BAR_COLUMN - NAME_WIDTH), tone: 'note' };
  return [{ spans: [lead, beside, ...barSpans(share, BAR_WIDTH)] }];
}
