import { plainKey } from './plain-key.js';

/**
 * Terminal input, split into keys. An escape sequence is at most one key, and any other character is one key. A
 * bracketed paste is one key, with its brackets: only a field takes it, and pasting must not answer a question. A long
 * paste is ignored, and so are mouse reports, replies of the terminal and keys that the learner lets go.
 */
export type Split = {
  readonly keys: readonly string[];
  /** The beginning of an unfinished sequence, in bytes. */
  readonly rest: string;
};

const ESC = '\x1b';
const CTRL_C = '\x03';
const PASTE_BEGIN = `${ESC}[200~`;
const PASTE_END = `${ESC}[201~`;
/** In bytes. Far longer than any key's sequence. */
const LONGEST_SEQUENCE = 4096;
/** In bytes. No field takes so much. */
const LONGEST_PASTE = 500;

/** A character in UTF-8, and the beginning of one. */
const UTF_8 = String.raw`(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})`;
const CUT_UTF_8 = String.raw`(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})`;

/**
 * CSI or SS3 with parameters and a final byte (ECMA-48), rxvt's keys with Shift, the Linux console's ESC [[A, or Alt with
 * one character. Not Ctrl-C or Ctrl-Z.
 */
const AFTER_ESC = String.raw`(?:\[\[[A-E]|\[[235678]\$|\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|O[\d;]*[\x40-\x7e]|(?![[O\x03\x1a\x1b])${UTF_8})`;
const KEY = new RegExp(`^(?:${ESC}${AFTER_ESC}|${ESC}(?![[O\x80-\xff])|(?!${ESC})${UTF_8})`);

/** X10's mouse report: three bytes of any value. In UTF-8 (mode 1005), each is a character from the space on. */
const REPORT_CHARACTER = String.raw`(?:[\x20-\x7f]|[\xc2-\xdf][\x80-\xbf])`;
const REPORT = String.raw`${ESC}\[M(?:${REPORT_CHARACTER}{3}|[\x00-\xff]{3})`;
const CUT_REPORT = String.raw`${ESC}\[M(?:[\x00-\xff]{0,2}|${REPORT_CHARACTER}{0,2}[\xc2-\xdf]?)`;

/**
 * A terminal's reply about its colours or name: a string up to BEL or ST. Another escape sequence, Ctrl-C, Ctrl-Z and CAN
 * break it off.
 */
const REPLY_TEXT = String.raw`${ESC}[\]P_^X][^\x03\x07\x18\x1a\x1b]*`;
const REPLY = String.raw`${REPLY_TEXT}(?:\x07|${ESC}\\)?`;

/** A sequence that another one or a control has broken off. */
const BROKEN = String.raw`${ESC}(?:\[[\x20-\x3f]*|O[\d;]*)`;

const NO_KEY = new RegExp(`^(?:${REPORT}|${REPLY})`);
const UNFINISHED = new RegExp(
  String.raw`^(?!${ESC}\[[235678]\$$)(?:${ESC}(?:\[\[?[\x20-\x3f]*|O[\d;]*)?|${CUT_REPORT}|${REPLY_TEXT}${ESC}?|${ESC}?${CUT_UTF_8})$`,
);
const NOTHING_TYPED = new RegExp(String.raw`^(?:${BROKEN}|${ESC}?[\x80-\xff])`);

/** @param typed bytes, one character for each (Latin-1): a mouse report can contain bytes that are not UTF-8 */
export function splitKeys(typed: string): Split {
  const keys: string[] = [];
  let rest = typed;
  while (rest !== '') {
    const part = firstPart(rest);
    if (part === undefined) return { keys, rest };
    rest = rest.slice(part.length);
    if (part.key !== undefined) keys.push(part.key);
  }
  return { keys, rest };
}

/** `length` is in bytes. Bytes without a key are ignored. */
type Part = { readonly length: number; readonly key?: string | undefined };

/** The first part of a non-empty text. Undefined if it is unfinished. */
function firstPart(text: string): Part | undefined {
  if (isInPaste(text)) return paste(text);
  if (UNFINISHED.test(text)) return undefined;
  const ignored = NO_KEY.exec(text)?.[0];
  if (ignored !== undefined) return { length: ignored.length };
  const sequence = KEY.exec(text)?.[0];
  if (sequence === undefined) return { length: NOTHING_TYPED.exec(text)?.[0].length ?? 1 };
  return { length: sequence.length, key: plainKey(decoded(sequence)) };
}

const decoded = (bytes: string): string => Buffer.from(bytes, 'latin1').toString();

/** What a learner can type to get out of a paste that has no end. */
const TYPED_IN_PASTE = new RegExp(String.raw`${CTRL_C}|${ESC}\[[\d:;]+[u~]`, 'g');

/** Ctrl-C is a key here. Esc only ends the paste. The caller decides about a lone ESC after some time. */
function paste(text: string): Part | undefined {
  const end = text.indexOf(PASTE_END);
  if (end >= 0) {
    const length = end + PASTE_END.length;
    const isLong = end > PASTE_BEGIN.length + LONGEST_PASTE;
    return { length, key: isLong ? undefined : decoded(text.slice(0, length)) };
  }
  for (const { 0: sequence, index } of text.matchAll(TYPED_IN_PASTE)) {
    const key = sequence === CTRL_C ? CTRL_C : plainKey(sequence);
    if (key === CTRL_C || key === ESC)
      return { length: index + sequence.length, key: key === ESC ? undefined : key };
  }
  return undefined;
}

/** Whether the rest is an unfinished paste, whose end can take any time to arrive. */
export const isInPaste = (rest: string): boolean => rest.startsWith(PASTE_BEGIN);

/** The beginning of a paste or of a reply. Its text can have any length. */
const OPENING = new RegExp(String.raw`^(?:${ESC}\[200~|${ESC}[\]P_^X])`);
/** What may be the first part of a sequence that ends the text. */
const LAST_SEQUENCE = new RegExp(String.raw`${ESC}(?:\[[\d:;]{0,40})?$`);

/** Shortens an unfinished sequence without changing how the next input is read. */
export function shortened(rest: string): string {
  const opening = OPENING.exec(rest)?.[0];
  if (opening === undefined) return rest.slice(0, LONGEST_SEQUENCE);
  const text = rest.slice(opening.length);
  if (isInPaste(rest) && text.length <= LONGEST_PASTE) return rest;
  // What stays is as long as a long paste.
  const long = isInPaste(rest) ? ' '.repeat(LONGEST_PASTE + 1) : '';
  return opening + long + (LAST_SEQUENCE.exec(text)?.[0] ?? '');
}
