import { chance } from '../../../scripts/chance.mjs';

import { ROUND } from '../../../src/core/drill/drill.js';

/** Input without an end, in pieces. */
export type Input = Generator<Buffer | string, never, void>;

/** The same seed makes the same input. */
export type Stream = (seed: number) => Input;

/** What is made at a time: a line, or an answer with the line after it. */
export const MADE_A_PIECE = 100;
const BYTES_A_PIECE = 256 * 1024;

const linesMadeBy = (line: (random: ReturnType<typeof chance>) => string): Stream =>
  function* (seed) {
    const random = chance(seed);
    for (;;) yield Array.from({ length: MADE_A_PIECE }, () => line(random)).join('');
  };

/** What pages take, without what ends the session. */
const WORDS = ['', '', '1', '2', '3', 'r', 'w', 'h', 'm', 's', 'b', 'home', '?', 'g', 'f', 'c'];

/** Somebody who does anything that the pages offer, except to quit. */
export const words = linesMadeBy(({ pick }) => `${pick(WORDS)}\n`);

/** Somebody who asks a closed book for a hint: the shortest page that there is. */
export const refused = linesMadeBy(() => 'h\n');

/** Somebody who answers each question, goes on after each verdict, and begins another round after each. */
export const answers: Stream = function* (seed) {
  const { whole } = chance(seed);
  const line = (n: number): string => `${whole(1, 3)}\n\n${(n + 1) % ROUND === 0 ? '1\n' : ''}`;
  for (;;) yield Array.from({ length: MADE_A_PIECE }, (_, n) => line(n)).join('');
};

const LINE_ENDS = ['\n', '\r\n', '\r'];

/** Letters of another file: with separators that end no line, and no word that a page takes. */
const LETTERS = ['x', 'Z', '7', ' ', '\0', '\u2028', '\u2029', '\u001b[2J', '夜', '😀', '\u202e'];

const nonsense = linesMadeBy(
  ({ pick, whole }) =>
    `${Array.from({ length: whole(1, 80) }, () => pick(LETTERS)).join('')}x${pick(LINE_ENDS)}`,
);

/** Bytes of any value but `q`, which would quit. */
const bytes: Stream = function* (seed) {
  const { whole } = chance(seed);
  const byte = (): number => {
    const any = whole(0, 255);
    return any === 'q'.charCodeAt(0) ? 0 : any;
  };
  for (;;) yield Buffer.from(Array.from({ length: BYTES_A_PIECE }, byte));
};

const zeros: Stream = function* () {
  for (;;) yield Buffer.alloc(BYTES_A_PIECE);
};

/** Lines of some million letters. Each ends with what would be an answer. */
const longLines: Stream = function* (seed) {
  const { whole } = chance(seed);
  for (;;) {
    for (let n = whole(1, 50); n > 0; n--) yield 'x'.repeat(BYTES_A_PIECE);
    yield '1\n';
  }
};

/** Input that means nothing. */
export const MEANINGLESS: Readonly<Record<string, Stream>> = {
  nonsense,
  bytes,
  zeros,
  'long lines': longLines,
};
