/** Any character outside Latin letters and common punctuation. Text without one is safe as it is. */
const NEEDS_A_LOOK = /[^\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]/;

/** Letters and marks of scripts whose spelling needs joiners within a word, such as Persian and most scripts of India. */
const JOINING_LETTER =
  '(?=[\\p{L}\\p{M}])[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}' +
  '\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}' +
  '\\p{Script=Malayalam}\\p{Script=Sinhala}]';

/**
 * Invisible characters that ordinary writing needs: one joiner between two letters of such a script, and one U+FE0E or
 * U+FE0F after a symbol, which makes it plain or coloured. Elsewhere, or repeated, they could hide content. Other selectors
 * can carry a secret message, and terminals disagree on the width of joined emoji: these are removed.
 */
const ALLOWED = `(?<=${JOINING_LETTER})[\\u200c\\u200d](?=${JOINING_LETTER})|(?<=\\p{Emoji})[\\ufe0e\\ufe0f]`;

/**
 * Controls, lone surrogates, noncharacters, line and paragraph separators, and everything that Unicode says not to draw:
 * direction controls, zero-width and tag characters, selectors, fillers.
 */
const INVISIBLE =
  '[\\p{Cc}\\p{Cs}\\p{Noncharacter_Code_Point}\\p{Default_Ignorable_Code_Point}' +
  '\\u2028\\u2029\\ufff9-\\ufffb]';

const HIDDEN = `(?!${ALLOWED})${INVISIBLE}`;

/** Tabs and line breaks. CR LF is one break. */
const BREAK = '\\r\\n|[\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029]';

const ESC = '\\u{1b}';

/** Terminal sequences of ECMA-48: with parameters (colours, cursor moves), with text (titles, links), and short ones. */
const SEQUENCE = [
  `(?:${ESC}\\[|\\u{9b})[0-?]*[ -/]*[@-~]`,
  `(?:${ESC}[\\]PX^_]|[\\u{90}\\u{98}\\u{9d}-\\u{9f}])\\P{Cc}*(?:\\u{7}|${ESC}\\\\|\\u{9c})`,
  `${ESC}[ -/]*[0-~]`,
].join('|');

/** Compiles the pattern on first use: compiling takes longer than searching a complete course. */
const lazy = (source: string, flags: string): (() => RegExp) => {
  let compiled: RegExp | undefined;
  return () => {
    compiled ??= new RegExp(source, flags);
    return compiled;
  };
};

const sequences = lazy(SEQUENCE, 'gu');

const toChange = lazy(`(?<space>${BREAK})|${HIDDEN}`, 'gu');

/** The author can see tabs and line breaks in a file, so these are not reported. */
const toReport = lazy(`(?![\\t\\n\\r])${HIDDEN}`, 'u');

/** More marks in a row than any writing system needs: Unicode's stream-safe format has at most 30 (UAX #15). */
const longRuns = lazy('(\\p{M}{31,})', 'u');

/**
 * Normalizes a text, except for its long runs of combining marks: sorting a run takes time quadratic in its length.
 * The marks stay as they are.
 */
export function normalized(text: string, form: 'NFC' | 'NFD'): string {
  const parts = text.length > 30 ? text.split(longRuns()) : [text];
  return parts.map((part, i) => (i % 2 === 0 ? part.normalize(form) : part)).join('');
}

/**
 * Makes any text safe to show on one line of a terminal: removes escape sequences, controls and invisible characters,
 * replaces line breaks and tabs by a space, and normalizes to NFC. Takes time proportional to the length.
 */
export function plainText(text: string): string {
  if (!NEEDS_A_LOOK.test(text)) return text;
  // Remove sequences first: a selector after a sequence must not count as following its last character.
  const bare = text.replace(sequences(), '');
  const visible = bare.replace(toChange(), (_, space?: string) => (space ? ' ' : ''));
  return normalized(visible, 'NFC');
}

/** The index of the first character that `plainText` would remove, apart from tabs and line breaks; -1 if none. */
export const hiddenCharacter = (text: string): number =>
  NEEDS_A_LOOK.test(text) ? text.search(toReport()) : -1;

/** `plainText` with runs of spaces joined into one and the ends trimmed. Course texts are stored in this form. */
export const foldedText = (text: string): string => plainText(text).replace(/ {2,}/g, ' ').trim();
