/** Text of which nothing has to be looked at more closely: Latin letters and the common marks around them. */
const NEEDS_A_LOOK = /[^\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]/;

/** Letters and marks of scripts whose spelling needs joiners within a word, as Persian and most of India do. */
const JOINED =
  '(?!\\p{Cf})[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}' +
  '\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}' +
  '\\p{Script=Malayalam}\\p{Script=Sinhala}]';

/**
 * Invisible characters that ordinary writing needs, and only where it does: one joiner between two letters of such
 * a script, and one U+FE0E or U+FE0F behind a sign that it makes plain or coloured. Anywhere else, and in a row, they
 * hide things: so the other selectors, which can carry a whole message, and joined emoji, whose width no two
 * terminals agree on, go.
 */
const KEPT = `(?<=${JOINED})[\\u200c\\u200d](?=${JOINED})|(?<=\\p{Emoji})[\\ufe0e\\ufe0f]`;

/**
 * Controls, lone surrogates, noncharacters, line and paragraph separators, and all that Unicode says not to draw:
 * direction controls, zero-width and tag characters, selectors, fillers.
 */
const UNSEEN =
  '[\\p{Cc}\\p{Cs}\\p{Noncharacter_Code_Point}\\p{Default_Ignorable_Code_Point}' +
  '\\u2028\\u2029\\ufff9-\\ufffb]';

const HIDDEN = `(?!${KEPT})${UNSEEN}`;

/** Everything that separates words without being a space. CR LF is one of them. */
const BREAK = '\\r\\n|[\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029]';

const ESC = '\\u{1b}';

/** Terminal sequences by ECMA-48: with parameters (colours, moves), with a text (titles, links), and short ones. */
const SEQUENCE = [
  `(?:${ESC}\\[|\\u{9b})[0-?]*[ -/]*[@-~]`,
  `(?:${ESC}[\\]PX^_]|[\\u{90}\\u{98}\\u{9d}-\\u{9f}])\\P{Cc}*(?:\\u{7}|${ESC}\\\\|\\u{9c})`,
  `${ESC}[ -/]*[0-~]`,
].join('|');

/** Made with the first text that needs it: it takes longer to make than a whole course to pass over. */
const lazy = (source: string, flags: string): (() => RegExp) => {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
};

const sequences = lazy(SEQUENCE, 'gu');

const toChange = lazy(`(?<space>${BREAK})|${HIDDEN}`, 'gu');

/** White space of a file is no secret: an author sees it. */
const toReport = lazy(`(?![\\t\\n\\r])${HIDDEN}`, 'u');

/**
 * The gate: any text made safe to show in a terminal, on one line. Escape sequences, controls and characters that
 * cannot be seen are taken out, line breaks and tabs become a space, and the rest is in Unicode's NFC.
 */
export function plainText(text: string): string {
  if (!NEEDS_A_LOOK.test(text)) return text;
  // Sequences first: a selector behind one must not count as standing behind the sign that it took away.
  const bare = text.replace(sequences(), '');
  return bare.replace(toChange(), (_, space?: string) => (space ? ' ' : '')).normalize('NFC');
}

/** Where in the text the first character stands that the gate would take out, white space aside; -1 if none does. */
export const hiddenCharacter = (text: string): number =>
  NEEDS_A_LOOK.test(text) ? text.search(toReport()) : -1;

/** The same as `plainText`, with every run of spaces as one and none at the ends: as a course holds its texts. */
export const foldedText = (text: string): string => plainText(text).replace(/ {2,}/g, ' ').trim();
