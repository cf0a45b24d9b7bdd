/**
 * Text of which each code unit is a character of its own and one column wide: Latin letters, the common marks around
 * them, and the marks that the program draws. Held against string-width by test/ui/narrow.test.ts.
 */
export const NARROW =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u2193\u2500-\u257F\u2580-\u259F\u25B2\u25BC\u276F\u2713\u2717]*$/;

/** The same in colours and in rows: with the sign that begins a code, and the end of a line, which joins with nothing. */
export const NARROW_ROWS = new RegExp(NARROW.source.replace('[', '[\\u001B\\n'));
