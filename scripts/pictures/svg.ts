import { DARK, type Ink, LIGHT, type Palette } from './palette.js';

/** Letters that look alike, from a column on. */
export type Run = {
  readonly column: number;
  readonly columns: number;
  readonly text: string;
  /** `code` for a row of a QR code, whose letters are blocks and blanks. */
  readonly ink: Ink | 'code';
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
    ...rows.flatMap((runs, row) => runs.map((run) => drawn(run, row))),
    '</svg>',
  ].join('\n')}\n`;
}

const drawn = (run: Run, row: number): string =>
  run.ink === 'code' ? codeOf(run, row) : textOf(run, row);

/** Where a block is white, from the top of its row to the bottom, in halves. */
const HALVES: Readonly<Record<string, readonly [from: number, to: number]>> = {
  '█': [0, 2],
  '▀': [0, 1],
  '▄': [1, 2],
};

/** A row of a QR code as rectangles, because a font would leave gaps between its blocks. */
function codeOf({ column, columns, text }: Run, row: number): string {
  const half = LETTER.height / 2;
  const [left, top] = [MARGIN + column * LETTER.width, MARGIN + row * LETTER.height];
  const box = (x: number, y: number, width: number, height: number): string =>
    `M${rounded(x)} ${rounded(y)}h${rounded(width)}v${rounded(height)}h${rounded(-width)}z`;
  const whites = [...text.matchAll(/(.)\1*/g)].flatMap(({ 0: same, index }) => {
    const [from, to] = HALVES[same.charAt(0)] ?? [0, 0];
    const width = same.length * LETTER.width;
    return to === 0
      ? []
      : [box(left + index * LETTER.width, top + from * half, width, (to - from) * half)];
  });
  const black = box(left, top, columns * LETTER.width, LETTER.height);
  const [paper, modules] = [`fill="#000" d="${black}"`, `fill="#fff" d="${whites.join('')}"`];
  return `<g shape-rendering="crispEdges"><path ${paper}/><path ${modules}/></g>`;
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
