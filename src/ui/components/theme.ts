import chalk, { Chalk } from 'chalk';
import type { Tone } from '../layout/line.js';

/** NO_COLOR takes the colours away. Deciding words stay bold, because nothing else marks them. */
const { bold } = new Chalk({ level: chalk.level === 0 ? 1 : chalk.level });

/**
 * Uses the terminal's own sixteen colours, so its theme decides. The accent is magenta: only magenta has enough
 * contrast on both white and black. Green and red always come with a mark and a word.
 */
const STYLES: Readonly<Record<Tone, (text: string) => string>> = {
  plain: (text) => text,
  strong: bold,
  quiet: chalk.dim,
  accent: chalk.magenta,
  pointed: (text) => chalk.magenta(bold(text)),
  good: chalk.green,
  bad: chalk.red,
};

/** The text with colour codes, if the terminal has colours. */
export const styled = (text: string, tone: Tone): string => STYLES[tone](text);
