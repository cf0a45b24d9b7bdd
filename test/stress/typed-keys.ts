import fc from 'fast-check';
import { KEY } from '../support/terminal.js';

const BACKSPACE = '\x7f';
const OTHER_KEYS = [KEY.left, KEY.right, KEY.up, KEY.esc, BACKSPACE, KEY.pageUp, KEY.pageDown];
const LETTERS = [...'1239jkrwhms?x', 'ä', '日'];

/** What leads to answers comes more often than the rest. */
const key = fc.oneof(
  { weight: 26, arbitrary: fc.constantFrom(KEY.space, KEY.enter, KEY.down) },
  { weight: 9, arbitrary: fc.constantFrom(...'1234') },
  { weight: 6, arbitrary: fc.constantFrom(...'gfc') },
  { weight: 23, arbitrary: fc.constantFrom(...OTHER_KEYS, KEY.home, KEY.end, ...LETTERS) },
);

/** Sequences that are broken, or that the program did not ask for. */
const odd = fc.constantFrom(
  '\x1b[200~1\r2\r\x1b[201~',
  '\x1b[',
  '\x1bO',
  '\x1b]11;rgb:00/00/00\x07',
  '\x1b[<0;1;1M',
  '\x1b[1;5A',
  '\x1b[99;99~',
  '\0',
  '\x1b\x1b[A',
  '\x1b[201~',
  '\x1b_G\x1b\\',
);

/** A paste of a few keys. Without its end it would swallow all that follows. */
const paste = fc.array(key, { maxLength: 3 }).map((keys) => `\x1b[200~${keys.join('')}\x1b[201~`);

const typedKey = fc.oneof(
  { weight: 920, arbitrary: key },
  { weight: 72, arbitrary: odd },
  { weight: 8, arbitrary: paste },
);

/** Keys, pastes and broken sequences as one text: from `least` to `most`, each number as often. */
export const typedText = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(typedKey, { minLength: least, maxLength: most, size: 'max' })
    .map((keys) => keys.join(''));

/** Lengths of pieces in bytes, to be repeated until the text ends. */
export const pieceLengths: fc.Arbitrary<readonly number[]> = fc.array(
  fc.constantFrom(1, 1, 2, 3, 5, 8, 40),
  { minLength: 1, maxLength: 20, size: 'max' },
);

/** Cuts a text as a terminal may deliver it: also within a sequence, or within a letter of several bytes. Takes bytes, too. */
export function inPieces(text: string | Buffer, lengths: readonly number[]): Buffer[] {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + (lengths[pieces.length % lengths.length] ?? 1);
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}
