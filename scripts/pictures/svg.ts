import { DARK, type Ink, LIGHT, type Palette } from './palette.js';

/** Letters that look alike, from a column on. */
export type Run = {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
  readonly ink: Ink;
  readonly isBold: boolean;
};

export type Shown = {
  readonly title: string;
  readonly columns: number;
  readonly rows: readonly (readonly Run[])[];
};

/** In pixels. */
const LETTER = { width: 8.4, height: 19, size: 14 } as const;
const MARGIN = 12;

/** A screen as an SVG file. Its text can be selected, and it follows the light or dark setting of the reader. */
export function svgOf({ title, columns, rows }: Shown): string {
  const width = Math.ceil(columns * LETTER.width) + 2 * MARGIN;
  const height = rows.length * LETTER.height + 2 * MARGIN;
  const size = `width="${width}" height="${height}"`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}" lang="en" aria-labelledby="title">`,
    `<title id="title">${escaped(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    `<rect class="paper" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    ...rows.flatMap((runs, row) => runs.map((run) => textOf(run, row))),
    '</svg>',
  ].join('\n')}\n`;
}

/** Fonts differ in width, so each run says how wide it is: columns stay columns. */
function textOf({ column, columns, text, ink, isBold }: Run, row: number): string {
  const x = rounded(MARGIN + column * LETTER.width);
  const y = MARGIN + row * LETTER.height + LETTER.size;
  const width = `textLength="${rounded(columns * LETTER.width)}" lengthAdjust="spacingAndGlyphs"`;
  const look = [...(ink === 'plain' ? [] : [ink]), ...(isBold ? ['bold'] : [])].join(' ');
  const named = look && ` class="${look}"`;
  return `<text x="${x}" y="${y}" ${width}${named}>${escaped(text)}</text>`;
}

const rounded = (pixels: number): number => Math.round(pixels * 10) / 10;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

const STYLE = [
  `text { font: ${LETTER.size}px ${FONTS}; white-space: pre; }`,
  '.bold { font-weight: bold; }',
  ...rulesOf(LIGHT),
  '@media (prefers-color-scheme: dark) {',
  ...rulesOf(DARK),
  '}',
].join('\n');

function rulesOf({ paper, border, plain, ...inks }: Palette): string[] {
  return [
    `.paper { fill: ${paper}; stroke: ${border}; }`,
    `text { fill: ${plain}; }`,
    ...Object.entries(inks).map(([ink, colour]) => `.${ink} { fill: ${colour}; }`),
  ];
}
