import chalk from 'chalk';
import type { Tone } from '../layout/line.js';

/**
 * Colours of the terminal's own sixteen, so that its theme decides. Magenta is the accent since, of those, it alone
 * keeps its contrast on white and on black; green and red always come with a mark and a word.
 */
const STYLES: Readonly<Record<Tone, (text: string) => string>> = {
  plain: (text) => text,
  strong: chalk.bold,
  quiet: chalk.dim,
  accent: chalk.magenta,
  good: chalk.green,
  bad: chalk.red,
};

/** The text with the codes of its looks, where the terminal has colours. */
export const styled = (text: string, tone: Tone): string => STYLES[tone](text);
