/**
 * Takes typed bytes apart into single keys: an escape sequence is one key, any other character is one. A pasted text
 * that the terminal marks as such (bracketed paste) is no key at all: nothing here takes text, and pasting into a
 * quiz must not answer it.
 */
export type Split = {
  readonly keys: readonly string[];
  /** The beginning of a sequence whose end has not come yet. */
  readonly rest: string;
};

const ESC = '\x1b';
const PASTE_BEGIN = `${ESC}[200~`;
const PASTE_END = `${ESC}[201~`;
/** In characters: far longer than that of any key. */
const LONGEST_SEQUENCE = 4096;
/** CSI or SS3 with parameters and a final byte (ECMA-48), the Linux console's ESC [[A, or one character: Alt and it. Ctrl-C and Ctrl-Z are themselves. */
const AFTER_ESC = String.raw`(?:\[\[[A-E]|\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|O[\d;]*[\x40-\x7e]|[^[O\x03\x1a\x1b])`;
/** What a terminal answers when it is asked for its colours or its name: strings up to BEL or ST, typed by nobody. */
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

/** The first key of a text that is not empty, or nothing where more has to come. */
function firstKey(text: string): string | undefined {
  if (!text.startsWith(ESC)) return String.fromCodePoint(text.codePointAt(0) ?? 0);
  if (text.startsWith(PASTE_BEGIN)) {
    const end = text.indexOf(PASTE_END);
    return end < 0 ? undefined : text.slice(0, end + PASTE_END.length);
  }
  if (UNFINISHED.test(text) || UNFINISHED_REPLY.test(text)) return undefined;
  return (REPLY.exec(text) ?? SEQUENCE.exec(text))?.[0] ?? ESC;
}

/** Whether what is held back is a paste without its end, which can take any time to come. */
export const isInPaste = (rest: string): boolean => rest.startsWith(PASTE_BEGIN);

/**
 * The same for what comes next, and bounded: of a paste only that it has begun, and what may be the first part of its
 * end; of anything else its beginning.
 */
export function shortened(rest: string): string {
  if (!isInPaste(rest)) return rest.slice(0, LONGEST_SEQUENCE);
  return PASTE_BEGIN + rest.slice(PASTE_BEGIN.length).slice(1 - PASTE_END.length);
}
