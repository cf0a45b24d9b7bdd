/** What a text is to the reader; its looks follow from that. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'accent' | 'good' | 'bad';

/** Text of one tone; never with a line break. */
export type Span = { readonly text: string; readonly tone: Tone };

/** One row of a page. What it `gives` way to, when a page does not fit, is said by its kind. */
export type Line = {
  readonly spans: readonly Span[];
  readonly dropAs?: 'aside' | 'section' | 'gap';
};

export const line = (text: string, tone: Tone = 'plain'): Line => ({ spans: [{ text, tone }] });

/** An empty row between parts, the first to go where there is no room. */
export const GAP: Line = { spans: [], dropAs: 'gap' };

/** Columns of the pointer before each entry. */
export const POINTER_WIDTH = 2;
