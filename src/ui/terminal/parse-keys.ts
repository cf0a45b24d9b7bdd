/**
 * Terminal input, split into keys. An escape sequence is one key, and so is any other character. A bracketed paste is
 * ignored: no page takes text, and pasting must not answer a question.
 */
export type Split = {
  readonly keys: readonly string[];
  /** The beginning of an unfinished sequence. */
  readonly rest: string;
};

const ESC = '\x1b';
const PASTE_BEGIN = `${ESC}[200~`;
const PASTE_END = `${ESC}[201~`;
/** In characters. Far longer than any key's sequence. */
const LONGEST_SEQUENCE = 4096;
/**
 * CSI or SS3 with parameters and a final byte (ECMA-48), the Linux console's ESC [[A, or Alt with one character. Not
 * Ctrl-C or Ctrl-Z.
 */
const AFTER_ESC = String.raw`(?:\[\[[A-E]|\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|O[\d;]*[\x40-\x7e]|[^[O\x03\x1a\x1b])`;
/** A terminal's reply about its colours or name: a string up to BEL or ST. Nobody typed it. */
const REPLY = new RegExp(String.raw`^${ESC}[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)`, 'u');
const UNFINISHED_REPLY = new RegExp(String.raw`^${ESC}[\]P_^X][^\x07\x1b]*\x1b?$`, 'u');

const SEQUENCE = new RegExp(`^${ESC}${AFTER_ESC}`, 'u');
const UNFINISHED = new RegExp(String.raw`^${ESC}(?:\[\[?[\x20-\x3f]*|O[\d;]*)?$`, 'u');

export function splitKeys(typed: string): Split {
  const keys: string[] = [];
  let rest = typed;
  while (rest !== '') {
    const key = firstKey(rest);
    if (key === undefined) return { keys, rest };
    rest = rest.slice(key.length);
    if (!key.startsWith(PASTE_BEGIN) && !REPLY.test(key)) keys.push(key);
  }
  return { keys, rest };
}

/** The first key of a non-empty text. Undefined if the key is unfinished. */
function firstKey(text: string): string | undefined {
  if (!text.startsWith(ESC)) return String.fromCodePoint(text.codePointAt(0) ?? 0);
  if (text.startsWith(PASTE_BEGIN)) {
    const end = text.indexOf(PASTE_END);
    return end < 0 ? undefined : text.slice(0, end + PASTE_END.length);
  }
  if (UNFINISHED.test(text) || UNFINISHED_REPLY.test(text)) return undefined;
  return (REPLY.exec(text) ?? SEQUENCE.exec(text))?.[0] ?? ESC;
}

/** Whether the rest is an unfinished paste, whose end can take any time to arrive. */
export const isInPaste = (rest: string): boolean => rest.startsWith(PASTE_BEGIN);

/**
 * Shortens an unfinished sequence without changing how the next input is read. For a paste, keeps its beginning and the
 * last characters, which may be the first part of its end.
 */
export function shortened(rest: string): string {
  if (!isInPaste(rest)) return rest.slice(0, LONGEST_SEQUENCE);
  return PASTE_BEGIN + rest.slice(PASTE_BEGIN.length).slice(1 - PASTE_END.length);
}
