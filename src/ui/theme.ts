/** What a text is to the reader; its looks follow from that. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'accent' | 'good' | 'bad';

type Style = {
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly color?: string;
};

/**
 * Colours of the terminal's own sixteen, so that its theme decides. Magenta is the accent since, of those, it alone
 * keeps its contrast on white and on black; green and red always come with a mark and a word.
 */
const STYLES: Readonly<Record<Tone, Style>> = {
  plain: {},
  strong: { bold: true },
  quiet: { dimColor: true },
  accent: { color: 'magenta' },
  good: { color: 'green' },
  bad: { color: 'red' },
};

export const styleOf = (tone: Tone): Style => STYLES[tone];
