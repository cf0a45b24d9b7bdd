import type { Line } from './line.js';

/** Rows made only when visible. Their number is known before. This makes long lists fast. */
export type LaterLines = { readonly length: number; readonly make: () => readonly Line[] };

/** An entry that can be highlighted, in one or more rows. */
export type PageItem = {
  readonly id: string;
  readonly lines: readonly Line[] | LaterLines;
  readonly gapAfter?: boolean;
  /** Whether its margin has ✗ while it is not highlighted: the learner's wrong first answer. */
  readonly isMissed?: boolean;
};

export const linesOf = (lines: PageItem['lines']): readonly Line[] =>
  'make' in lines ? lines.make() : lines;

/** A key and its label. A narrow footer drops keys of low `weight` first. */
export type FooterKey = {
  readonly keys: string;
  readonly label: string;
  readonly weight: number;
  /** Whether it goes to the next page, after scrolling to the end of this one. */
  readonly leavesPage?: boolean;
  /** What it scrolls, if it does nothing else: a page that fits, or for `down` its end, does not offer it. */
  readonly scrolls?: 'both-ways' | 'down';
};

/** A page's content, before layout. */
export type Page = {
  /** Differs between pages and questions, so that React reuses no state of the previous page. */
  readonly id: string;
  readonly title: string;
  /** The position, at the right of the title, in a long and a short form. */
  readonly where: string;
  readonly whereShort: string;
  /** The finished share of the lesson or quiz, from 0 to 1. */
  readonly done?: number;
  /** What the question is about, in rows of a width. Shown beside the page, or above it, where everything fits. */
  readonly passage?: (width: number) => readonly Line[];
  /** Whether the page itself shows what the question is about. */
  readonly holdsPassage?: boolean;
  readonly before: readonly Line[];
  readonly items: readonly PageItem[];
  readonly after: readonly Line[];
  /** What replaces the rows and entries above if not all of them fit: only the highlighted entry. */
  readonly compact?: Pick<Page, 'before' | 'after'>;
  /** What replaces `before` in a window that is wide and high enough for all of it in two columns. */
  readonly columns?: {
    readonly before: readonly Line[];
    readonly beside: (width: number) => readonly Line[];
  };
  /** Whether even a spacious window does without gaps before the page scrolls: what is above must stay in view. */
  readonly isHeld?: boolean;
  /** Whether the page opens with the rows of `after` in view: the learner has asked for them. */
  readonly opensAfter?: boolean;
  /** Whether the page opens at its top, until the learner moves the highlight. Otherwise the highlight is in view. */
  readonly opensAtTop?: boolean;
  /** Whether it takes all rows of a high window. */
  readonly fillsWindow?: boolean;
  readonly footer: readonly FooterKey[];
};

/** The part of a page below its title. */
export type PageBody = Pick<
  Page,
  | 'passage'
  | 'holdsPassage'
  | 'before'
  | 'items'
  | 'after'
  | 'compact'
  | 'columns'
  | 'isHeld'
  | 'opensAfter'
  | 'opensAtTop'
  | 'footer'
>;
