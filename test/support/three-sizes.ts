import { expect } from 'vitest';
import type { Size } from '../../src/core/window.js';
import { pressed } from './learner.js';
import type { Screen } from './screen.js';
import { KEY } from './terminal.js';

/** The windows in which every page is tested. The last is the one in which the tests go from page to page. */
export const THREE_SIZES = [
  { columns: 40, rows: 12 },
  { columns: 120, rows: 40 },
  { columns: 80, rows: 24 },
] as const satisfies readonly Size[];

export const FIRST_SIZE: Size = THREE_SIZES[2];

type Words = string | RegExp;

/** What has to be on a page, in a window of any size. */
export type Wanted = {
  /** The beginning of the page's title. */
  readonly title: string;
  /** In view when the page opens, without a key. */
  readonly opensWith?: readonly Words[];
  /** In view, or reached by scrolling. */
  readonly says?: readonly Words[];
  readonly neverSays?: readonly Words[];
};

/** Goes through the three sizes on one page, and begins and ends in the first size. */
export async function looksRight(terminal: Screen, wanted: Wanted): Promise<void> {
  const { title, opensWith = [], says = [], neverSays = [] } = wanted;
  for (const size of THREE_SIZES) {
    await resized(terminal, size, title);
    const opening = wordsOf(terminal);
    const canScroll = /[▲▼]/.test(terminal.text());
    const all = says.length + neverSays.length > 0 ? await allWords(terminal) : opening;
    const problems = {
      hidden: opensWith.filter((words) => !isIn(opening, words)),
      missing: says.filter((words) => !isIn(all, words)),
      tooMuch: neverSays.filter((words) => isIn(all, words)),
      cut: all.match(/\S*…/g) ?? [],
      idle: opening.includes('↑↓ scroll') && !canScroll ? ['scroll'] : [],
    };
    const on = `${title} at ${size.columns}x${size.rows}`;
    const none = { hidden: [], missing: [], tooMuch: [], cut: [], idle: [] };
    expect({ on, ...problems }, terminal.text()).toEqual({ on, ...none });
  }
}

/** Resizes the window and waits until the page is drawn for it: its title at the top, its keys at the bottom. */
export async function resized(terminal: Screen, size: Size, title: string): Promise<void> {
  terminal.resize(size.columns, size.rows);
  await terminal.shows((screen) => {
    const rows = screen.rows();
    const last = rows.findLastIndex((row) => row !== '');
    const isAtBottom = [size.rows - 2, TALLEST_PAGE - 1].includes(last);
    return (
      isAtBottom && HAS_KEYS.test(rows[last] ?? '') && rows[0]?.startsWith(`  ${title}`) === true
    );
  });
}

/** Rows of a page with one column of text, at most. */
const TALLEST_PAGE = 36;

const HAS_KEYS = /^ {2}(?=\S).*(?:\? help|esc close|enter \w)/;

/** Where the second column of a wide page begins. */
const ASIDE = 76;

/** The words in view, the left column first. */
const wordsOf = (terminal: Screen): string =>
  [
    terminal.rows().map((row) => row.slice(0, ASIDE)),
    terminal.rows().map((row) => row.slice(ASIDE)),
  ]
    .flat()
    .join('\n')
    .replace(/[▲▼]/g, '')
    .replace(/\s+/g, ' ');

/** All words of a page, from its top to its end. Two pages share a row, so no two rows are torn apart. */
export async function allWords(terminal: Screen): Promise<string> {
  const parts = [wordsOf(terminal)];
  while (terminal.text().includes('▼')) {
    await pressed(terminal, KEY.pageDown);
    parts.push(wordsOf(terminal));
  }
  while (terminal.text().includes('▲')) await pressed(terminal, KEY.pageUp);
  return parts.join(' ');
}

const isIn = (text: string, words: Words): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);
