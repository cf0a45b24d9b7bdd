/** What a letter in a picture can look like. */
export type Ink =
  | 'plain'
  | 'quiet'
  | 'red'
  | 'green'
  | 'yellow'
  | 'blue'
  | 'magenta'
  | 'cyan'
  | 'border';

/** The colours of a picture on a light page: GitHub's, all with a contrast of 4.5 to 1 or more on the paper. */
export const LIGHT: Palette = {
  paper: '#ffffff',
  plain: '#1f2328',
  quiet: '#59636e',
  red: '#a40e26',
  green: '#116329',
  yellow: '#7d4e00',
  blue: '#0550ae',
  magenta: '#953195',
  cyan: '#1b6478',
  border: '#6e7781',
};

export const DARK: Palette = {
  paper: '#0d1117',
  plain: '#f0f6fc',
  quiet: '#9198a1',
  red: '#ff7b72',
  green: '#4ac26b',
  yellow: '#d29922',
  blue: '#58a6ff',
  magenta: '#e08cff',
  cyan: '#56d4dd',
  border: '#7d8590',
};

export type Palette = Readonly<Record<Ink | 'paper', string>>;

/** The colours of a terminal by their numbers, from 1. A bright colour has the same name: the paper decides. */
const COLOURS = ['red', 'green', 'yellow', 'blue', 'magenta', 'cyan'] as const;

/** @param index the number of one of the terminal's sixteen colours; throws for black, white and grey */
export function inkOf(index: number): Ink {
  const ink = index < 16 ? COLOURS[(index % 8) - 1] : undefined;
  if (ink === undefined) throw new Error(`the pictures have no colour ${index}`);
  return ink;
}
