/**
 * Signs that may do harm where a text is shown, one of each sort: by these families, whole words of which can be put
 * into one text. None is let through to a screen, a page or a sheet.
 */
const FAMILIES = {
  controls: ['\u0000', '\u0007', '\b\b\b', '\u007f', '\u0085', '\u0090', '\u009c'],
  sequences: [
    '\u001b[31m',
    '\u001b[2J',
    '\u001b]0;title\u0007',
    '\u001bc',
    '\u001b',
    '\u009b2J',
    '\u009d0;title\u009c',
  ],
  bidi: ['\u202e', '\u202a', '\u2066', '\u2069', '\u200f', '\u061c'],
  'zero-width': ['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u{e0041}'],
  others: ['\u2028', '\ud800', '\ufffe'],
};

export const HIDDEN_SIGNS = Object.values(FAMILIES).flat();

/** Each family as one text, with letters between, so that none takes another away with it. */
export const FAMILY_TEXTS = Object.values(FAMILIES).map((signs) => `a${signs.join('b')}c`);

/** What may stand in a text, and yet must not be taken for more than one: formulas, markup, line breaks. */
export const TELLING_SIGNS = [
  '=1+1<script>alert(1)</script>',
  '+1"><svg onload=alert(1)>',
  '-1\n',
  '@SUM(A1)\t',
  ' =1&#8238;',
  'a;=1',
  '"=1',
  "' onmouseover='x\r\n",
];

/** All that is not drawn, or acts on what is. */
const UNSEEN =
  '[^\\P{Cc}\\n]|[\\p{Cs}\\p{Bidi_Control}\\p{Default_Ignorable_Code_Point}' +
  '\\p{Noncharacter_Code_Point}\\u2028\\u2029\\ufff9-\\ufffb]';
const unseen = new RegExp(UNSEEN, 'u');

/** Letters of other scripts may be joined, and an emoji made plain or coloured: that is how they are written. */
const WRITTEN =
  '(?<=(?!\\p{Script=Latin})[\\p{L}\\p{M}])[\\u200c\\u200d](?=(?!\\p{Script=Latin})[\\p{L}\\p{M}])|' +
  '(?<=\\p{Emoji})[\\ufe0e\\ufe0f]';
const hidden = new RegExp(`(?!${WRITTEN})(?:${UNSEEN})`, 'u');

/** @returns what is found of a text with a sign that must not be in it, with what is around it */
export function hiddenIn(text) {
  if (!unseen.test(text)) return undefined;
  const at = text.search(hidden);
  return at < 0 ? undefined : printable(text.slice(Math.max(0, at - 30), at + 30));
}

/** A fault is printed, too: with every sign beyond ASCII by its number. */
export const printable = (text) =>
  JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const TAGS =
  'html|head|meta|title|style|body|header|main|section|article|h1|h2|h3|p|ul|li|blockquote|span|svg|rect|text';

/** A tag that the report does not write, an attribute that does or fetches something, a sign by its number. */
const HARMFUL_HTML = new RegExp(
  `<(?!!doctype html>|/?(?:${TAGS})\\b)|<[^>]*\\s(?:on\\w+|href|src)\\s*=|&(?!(?:amp|lt|gt|quot|#39);)`,
  'i',
);

/** @returns what a browser would do anything with but show it */
export function harmInHtml(html) {
  const at = html.search(HARMFUL_HTML);
  return at < 0 ? hiddenIn(html) : printable(html.slice(Math.max(0, at - 10), at + 50));
}

/** The cells of a CSV (RFC 4180), whatever row they are in. */
const cellsOf = (csv) =>
  [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare,
  );

/** Some spreadsheets part cells at other signs than commas. */
const isRun = (cell) => cell.split(/[;|\t\r\n]/).some((part) => /^\s*[=+\-@＝＋－＠]/.test(part));

/** @returns what a spreadsheet would run, or a sign that must not be in it */
export function harmInCsv(csv) {
  const text = csv.replace(/^\ufeff/, '');
  const run = cellsOf(text).find(isRun);
  return run === undefined ? hiddenIn(text.replaceAll('\r\n', '\n')) : printable(run);
}
