import chalk from 'chalk';
import type { Tone } from '../layout/line.js';

/**
 * Uses the terminal's own sixteen colours, so its theme decides. The accent is magenta: only magenta has enough
 * contrast on both white and black. Green and red always come with a mark and a word.
 */
const STYLES: Readonly<Record<Tone, (text: string) => string>> = {
  plain: (text) => text,
  strong: chalk.bold,
  quiet: chalk.dim,
  accent: chalk.magenta,
  pointed: chalk.magenta.bold,
  good: chalk.green,
  bad: chalk.red,
};

/** The text with colour codes, if the terminal has colours. */
export const styled = (text: string, tone: Tone): string => STYLES[tone](text);
