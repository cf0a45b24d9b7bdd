import chalk, { Chalk } from 'chalk';
import type { Tone } from '../layout/line.js';

/** NO_COLOR takes the colours away. Deciding words stay bold, because nothing else marks them. */
const { bold } = new Chalk({ level: chalk.level === 0 ? 1 : chalk.level });

/**
 * Colours of the 256 that no theme changes. Each has enough contrast on dark and on light backgrounds: a test computes
 * it for common themes. Only marks, pointers and bars have a colour.
 */
export const COLOURS = { accent: 134, good: 65, bad: 167 } as const;

/** The sixteen colours belong to the theme, and none can be read in every theme. Marks are then bold instead. */
const coloured = (colour: number) => (chalk.level === 1 ? bold : chalk.ansi256(colour));

/** Of the 256 colours, those that no theme changes: scanners need all the contrast. */
const [WHITE, BLACK] = [231, 16];

/** Words are in the terminal's own colour. Only rules and the empty part of bars are faint. */
const STYLES: Readonly<Record<Tone, (text: string) => string>> = {
  plain: (text) => text,
  note: (text) => text,
  strong: bold,
  faint: chalk.dim,
  accent: coloured(COLOURS.accent),
  pointed: bold,
  good: coloured(COLOURS.good),
  bad: coloured(COLOURS.bad),
  code: chalk.level === 1 ? chalk.whiteBright.bgBlack : chalk.ansi256(WHITE).bgAnsi256(BLACK),
};

/** The text with colour codes, if the terminal has colours. */
export const styled = (text: string, tone: Tone): string => STYLES[tone](text);
