/**
 * Characters that may do harm where a text is shown, and judges that find them in what is shown. One table for the
 * tests of the filter (`plainText`), of the room's report, and of the stress run.
 */

type Range = readonly [from: number, to: number];

/**
 * Examples are one of each sort, some of them several characters that act together. Ranges are code points, written
 * out by hand and not by the Unicode classes that the filter uses, so that an error there is found.
 */
type Family = { readonly examples: readonly string[]; readonly ranges: readonly Range[] };

const FAMILIES: readonly Family[] = [
  {
    // controls
    examples: ['\u0000', '\u0007', '\b\b\b', '\u007f', '\u0085', '\u0090', '\u009c'],
    ranges: [
      [0x00, 0x1f],
      [0x7f, 0x9f],
    ],
  },
  {
    // terminal sequences: colour, wiping, title, reset, a lone escape, and two with 8-bit names
    examples: [
      '\u001b[31m',
      '\u001b[2J',
      '\u001b]0;title\u0007',
      '\u001bc',
      '\u001b',
      '\u009b2J',
      '\u009d0;title\u009c',
    ],
    ranges: [],
  },
  {
    // direction of text
    examples: ['\u202e', '\u202a', '\u2066', '\u2069', '\u200f', '\u061c'],
    ranges: [
      [0x61c, 0x61c],
      [0x200e, 0x200f],
      [0x202a, 0x202e],
      [0x2066, 0x2069],
    ],
  },
  {
    // no width: joiners, selectors, fillers, tags
    examples: ['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u{e0041}'],
    ranges: [
      [0xad, 0xad],
      [0x180e, 0x180e],
      [0x200b, 0x200b],
      [0x2060, 0x2065],
      [0xfe00, 0xfe0d],
      [0xfeff, 0xfeff],
      [0xe0000, 0xe0fff],
    ],
  },
  {
    // line separators, lone surrogates, noncharacters, annotations
    examples: ['\u2028', '\ud800', '\ufffe'],
    ranges: [
      [0x2028, 0x2029],
      [0xd800, 0xdfff],
      [0xfdd0, 0xfdef],
      [0xfff9, 0xfffb],
      [0xfffe, 0xffff],
    ],
  },
];

/** None of these may reach a screen, a page or a spreadsheet. */
export const HIDDEN: readonly string[] = FAMILIES.flatMap(({ examples }) => examples);

/** All examples of a family as one text, with letters between them, so that none removes another. */
export const FAMILY_TEXTS: readonly string[] = FAMILIES.map(
  ({ examples }) => `a${examples.join('b')}c`,
);

/** Code points that are hidden wherever they occur: joiners that some scripts need are not among them. */
export const HIDDEN_RANGES: readonly Range[] = FAMILIES.flatMap(({ ranges }) => ranges);

export const isInHiddenRange = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return HIDDEN_RANGES.some(([from, to]) => code >= from && code <= to);
};

/** Allowed in a text, but no reader may take them for more than text: formulas, markup, line breaks. */
export const MISLEADING: readonly string[] = [
  '=1+1<script>alert(1)</script>',
  '+1"><svg onload=alert(1)>',
  '-1\n',
  '@SUM(A1)\t',
  ' =1&#8238;',
  'a;=1',
  '"=1',
  "' onmouseover='x\r\n",
];

/** Not drawn, or acts on what is drawn. A line feed is neither. */
const UNSEEN =
  '[^\\P{Cc}\\n]|[\\p{Cs}\\p{Bidi_Control}\\p{Default_Ignorable_Code_Point}' +
  '\\p{Noncharacter_Code_Point}\\u2028\\u2029\\ufff9-\\ufffb]';

/** A joiner between letters of scripts that need it, and the selector of an emoji's colour. */
const ORDINARY =
  '(?<=(?!\\p{Script=Latin})[\\p{L}\\p{M}])[\\u200c\\u200d](?=(?!\\p{Script=Latin})[\\p{L}\\p{M}])|' +
  '(?<=\\p{Emoji})[\\ufe0e\\ufe0f]';

const unseen = new RegExp(UNSEEN, 'u');
const hidden = new RegExp(`(?!${ORDINARY})(?:${UNSEEN})`, 'u');

/** @returns the first hidden character of a text with what is around it, or undefined if there is none */
export function hiddenIn(text: string): string | undefined {
  if (!unseen.test(text)) return undefined; // far quicker than the exact pattern
  const at = text.search(hidden);
  return at < 0 ? undefined : printable(text.slice(Math.max(0, at - 30), at + 30));
}

/** A value as JSON in ASCII: a fault is printed, and must not do harm itself. */
export const printable = (value: unknown): string =>
  (JSON.stringify(value) ?? '').replace(
    /[^\x20-\x7e]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const TAGS =
  'html|head|meta|title|style|body|header|main|section|article|h1|h2|h3|p|br|ul|li|blockquote|span|strong|code|div|table|tr|th|td|svg|rect|text';

/** A tag that the report never writes, an attribute that runs or fetches something, or a numbered character. */
const HARMFUL_HTML = new RegExp(
  `<(?!!doctype html>|/?(?:${TAGS})\\b)|<[^>]*\\s(?:on\\w+|href|src)\\s*=|&(?!(?:amp|lt|gt|quot|#39);)`,
  'i',
);

/** @returns the first part of a page that a browser would not only show, or a hidden character */
export function harmInHtml(html: string): string | undefined {
  const at = html.search(HARMFUL_HTML);
  return at < 0 ? hiddenIn(html) : printable(html.slice(Math.max(0, at - 10), at + 50));
}

/** The cells of a CSV (RFC 4180), of whatever row. */
const cellsOf = (csv: string): string[] =>
  [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare,
  );

/** Some spreadsheets separate cells at other characters than commas. */
const isFormula = (cell: string): boolean =>
  cell.split(/[;|\t\r\n]/).some((part) => /^\s*[=+\-@＝＋－＠]/.test(part));

/** @returns the first cell that a spreadsheet would run, or a hidden character */
export function harmInCsv(csv: string): string | undefined {
  const text = csv.replace(/^\ufeff/, '');
  const formula = cellsOf(text).find(isFormula);
  return formula === undefined ? hiddenIn(text.replaceAll('\r\n', '\n')) : printable(formula);
}
