const KEYS = [
  '\x1b[A',
  '\x1b[B',
  '\x1b[C',
  '\x1b[D',
  '\r',
  '\r',
  ' ',
  '1',
  '2',
  '3',
  '9',
  'j',
  'k',
  'r',
  'w',
  'h',
  'm',
  '?',
  'g',
  'f',
  'c',
  '\x1b',
  '\x7f',
  '\x1b[5~',
  '\x1b[6~',
  '\x1b[H',
  '\x1b[F',
  'x',
  'ä',
  '日',
  ...Array(8).fill(' '),
  ...Array(8).fill('\r'),
  ...Array(6).fill('\x1b[B'),
  ...['g', 'f', 'c'],
];
const ODD = [
  '\x1b[200~1\r2\r\x1b[201~',
  '\x1b[',
  '\x1bO',
  '\x1b]11;rgb:00/00/00\x07',
  '\x1b[<0;1;1M',
  '\x1b[1;5A',
  '\x1b[99;99~',
  '\u0000',
  '\x1b\x1b[A',
  '\x1b[201~',
  '\x1b_G\x1b\\',
];
const SHARE_OF_ODD = 0.08;

/** The beginning of a paste, whose end comes some keys later: without one it would swallow all that follows. */
const openPaste = (mine) =>
  `\x1b[200~${Array.from({ length: mine.whole(0, 3) }, () => mine.pick(KEYS)).join('')}\x1b[201~`;

function one(mine) {
  if (mine.next() >= SHARE_OF_ODD) return mine.pick(KEYS);
  return mine.next() < 0.1 ? openPaste(mine) : mine.pick(ODD);
}

/** So many keys, pastes and broken sequences, as one text. */
export const typed = (mine, count) => Array.from({ length: count }, () => one(mine)).join('');

/** The text as a terminal may hand it over: cut anywhere, also within a sequence or a letter of several bytes. */
export function inPieces(mine, text) {
  const bytes = Buffer.from(text);
  const pieces = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + mine.pick([1, 1, 2, 3, 5, 8, 40]);
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}
