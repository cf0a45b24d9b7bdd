import type { Line } from './line.js';

/** Rows of which only the number is known, until they are seen: a long list is drawn as far as the window goes. */
export type LaterLines = { readonly length: number; readonly make: () => readonly Line[] };

/** An entry that can be highlighted, in one or more rows. */
export type PageItem = {
  readonly id: string;
  readonly lines: readonly Line[] | LaterLines;
  readonly gapAfter?: boolean;
};

export const linesOf = (lines: PageItem['lines']): readonly Line[] =>
  'make' in lines ? lines.make() : lines;

/** A key and what it does now. The higher its `weight`, the longer it stays when the footer is narrow. */
export type FooterKey = {
  readonly keys: string;
  readonly label: string;
  readonly weight: number;
  /** Whether it leaves the page, and first goes down where there is more of it below. */
  readonly leavesPage?: boolean;
};

/** What a screen shows, before it is known how much of it fits. */
export type Page = {
  /** Changes with what is asked, so that nothing is carried over from the page before. */
  readonly id: string;
  readonly title: string;
  /** At the right of the title, in a long and a short form. */
  readonly where: string;
  readonly whereShort: string;
  /** How far through the lesson, from 0 to 1. */
  readonly done?: number;
  readonly before: readonly Line[];
  readonly items: readonly PageItem[];
  readonly after: readonly Line[];
  /** Behind all of it; made when it is seen. */
  readonly last?: LaterLines;
  readonly footer: readonly FooterKey[];
};
