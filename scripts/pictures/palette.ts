import { COLOURS } from '../../src/ui/components/theme.js';

/** What a letter in a picture can look like. */
export type Ink = 'plain' | 'quiet' | 'red' | 'green' | 'magenta' | 'border';

/** The colours of a picture on a light page: GitHub's, all with a contrast of 4.5 to 1 or more on the paper. */
export const LIGHT: Palette = {
  paper: '#ffffff',
  plain: '#1f2328',
  quiet: '#59636e',
  red: '#a40e26',
  green: '#116329',
  magenta: '#953195',
  border: '#6e7781',
};

export const DARK: Palette = {
  paper: '#0d1117',
  plain: '#f0f6fc',
  quiet: '#9198a1',
  red: '#ff7b72',
  green: '#4ac26b',
  magenta: '#e08cff',
  border: '#7d8590',
};

export type Palette = Readonly<Record<Ink | 'paper', string>>;

/** The paper of a picture is known, so its inks have more contrast than the colours for all terminals. */
const INKS: ReadonlyMap<number, Ink> = new Map([
  [COLOURS.accent, 'magenta'],
  [COLOURS.good, 'green'],
  [COLOURS.bad, 'red'],
]);

/** The number of the black below a QR code. Its white and its black are the same on every page, for scanners. */
export const CODE_PAPER = 16;

/** @param index the number of one of the 256 colours; throws if the program does not use it */
export function inkOf(index: number): Ink {
  const ink = INKS.get(index);
  if (ink === undefined) throw new Error(`the pictures have no colour ${index}`);
  return ink;
}
