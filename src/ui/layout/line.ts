import stringWidth from 'string-width';

/**
 * The role of a text. The theme decides its style. `note` is beside the name of an entry and stays plain when the entry
 * is highlighted. `code` is a QR code.
 */
export type Tone =
  | 'plain'
  | 'note'
  | 'strong'
  | 'faint'
  | 'accent'
  | 'pointed'
  | 'good'
  | 'bad'
  | 'code';

/** Text of one tone, without line breaks. */
export type Span = { readonly text: string; readonly tone: Tone };

/** One row of a page. If the page is too tall, rows with `dropAs` go first: asides, then sections, then gaps. */
export type Line = {
  readonly spans: readonly Span[];
  readonly dropAs?: 'aside' | 'section' | 'gap';
  /** Whether the row is only for a page whose passage is not in sight. */
  readonly ifNoPassage?: boolean;
  /** Whether the row belongs to the highlighted choice of a question that is answered in the text. */
  readonly isPointed?: boolean;
};

export const line = (text: string, tone: Tone = 'plain'): Line => ({ spans: [{ text, tone }] });

/** An empty row between parts. Small windows drop it. */
export const GAP: Line = { spans: [], dropAs: 'gap' };

/** An empty row that goes together with the first rows that are dropped. */
export const SOFT_GAP: Line = { spans: [], dropAs: 'aside' };

/** In columns. */
export const lineWidth = ({ spans }: Line): number =>
  spans.reduce((sum, { text }) => sum + stringWidth(text), 0);

/** Columns for the pointer before each entry. */
export const POINTER_WIDTH = 2;
