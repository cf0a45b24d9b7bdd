import { windowSize } from '../core/window.js';
import type { Environment } from './environment.js';

/** In columns. Text in a narrower window would be one word, or one letter, on each line. */
const NARROWEST = 20;

/** How wide lines on stdout may be: as wide as the window, but at most `widest` columns. Without a window: `widest`. */
export function lineWidth(
  { stdout, env }: Pick<Environment, 'stdout' | 'env'>,
  widest: number,
): number {
  if (stdout.columns === undefined) return widest;
  return Math.max(NARROWEST, Math.min(windowSize(stdout, env).columns, widest));
}
