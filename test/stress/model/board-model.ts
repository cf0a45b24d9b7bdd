import type { Press } from './ink-in-memory.js';
import { moved } from './question-model.js';

/** The model of a sort board, written a second time and without the program. */
export type SortBoard = {
  readonly board: string;
  /** Whether this is the second try. */
  readonly isAgain: boolean;
  readonly headings: readonly string[];
  readonly rows: readonly SortRow[];
  /** The place of the highlighted statement, from 0. */
  readonly highlight: number;
};

/** A statement by its check, and the heading that it is under. What was right on the first try is fixed. */
export type SortRow = {
  readonly check: string;
  readonly isFixed: boolean;
  readonly under: string | undefined;
  /** The heading of the first try, which is not taken again. */
  readonly missed: string | undefined;
};

/** The first statement to sort is highlighted. If all are sorted, it is the first that can still be moved. */
export function newBoard(board: Omit<SortBoard, 'highlight'>): SortBoard {
  const toSort = board.rows.find(({ under }) => under === undefined);
  const first = toSort ?? board.rows.find(({ isFixed }) => !isFixed);
  return { ...board, highlight: first ? board.rows.indexOf(first) : 0 };
}

/** @returns the board after a key, and the statements that the key hands in, if it does */
export function pressOnBoard(
  board: SortBoard,
  pressed: Press,
  showsHighlight: () => boolean,
): { readonly after: SortBoard; readonly handedIn?: readonly SortRow[] } {
  const { input, key } = pressed;
  const { rows, headings, highlight } = board;
  if (key.ctrl || key.meta) return { after: board };
  if (key.return) {
    const isFull = rows.every(({ under }) => under !== undefined);
    if (!isFull || !showsHighlight()) return { after: board };
    return { after: board, handedIn: rows.filter(({ isFixed }) => !isFixed) };
  }
  const heading = /^[1-9]$/.test(input) ? headings[Number(input) - 1] : undefined;
  if (heading !== undefined) return { after: put(board, heading) };
  return { after: { ...board, highlight: moved(highlight, rows.length, pressed) ?? highlight } };
}

/** The next statement without a heading is highlighted, from the top after the last. */
function put(board: SortBoard, heading: string): SortBoard {
  const { rows, highlight: at } = board;
  if (rows[at]?.isFixed || rows[at]?.missed === heading) return board;
  const after = rows.map((row, n) => (n === at ? { ...row, under: heading } : row));
  const order = [...after.keys()].map((n) => (at + 1 + n) % after.length);
  const empty = order.find((n) => n !== at && after[n]?.under === undefined);
  return { ...board, rows: after, highlight: empty ?? at };
}
