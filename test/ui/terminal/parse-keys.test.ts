import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortened, splitKeys } from '../../../src/ui/terminal/parse-keys.js';

/** A text as the bytes that a terminal sends, one character for each. */
const bytes = (text: string): string => Buffer.from(text).toString('latin1');

test('each letter and each escape sequence is one key, in order', () => {
  expect(splitKeys('j\x1b[B\x1b[5~\x1bOA q\r')).toEqual({
    keys: ['j', '\x1b[B', '\x1b[5~', '\x1bOA', ' ', 'q', '\r'],
    rest: '',
  });
});

test('an incomplete sequence waits for its end', () => {
  for (const start of ['\x1b', '\x1b[', '\x1b[5', '\x1b[1;5', '\x1bO', '\x1b[[']) {
    expect(splitKeys(`k${start}`)).toEqual({ keys: ['k'], rest: start });
  }
});

test('two Esc are two keys', () => {
  expect(splitKeys('\x1b\x1bq')).toEqual({ keys: ['\x1b', '\x1bq'], rest: '' });
});

test('Ctrl-C and Ctrl-Z are keys even after an Esc', () => {
  expect(splitKeys('\x1b\x03\x1b\x1a').keys).toEqual(['\x1b', '\x03', '\x1b', '\x1a']);
});

test('a pasted text is one key, with its brackets', () => {
  const paste = '\x1b[200~\r\r1é\x1b[31mq\x1b[201~';
  expect(splitKeys(bytes(`j${paste}k`))).toEqual({ keys: ['j', paste, 'k'], rest: '' });
});

test('a paste that no field takes gives no keys', () => {
  expect(splitKeys(`j\x1b[200~${'1'.repeat(501)}\x1b[201~k`).keys).toEqual(['j', 'k']);
});

test('a short paste is complete for any division into chunks', () => {
  const paste = '\x1b[200~4KXM7-2QT9P\x1b[201~';
  for (let cut = 6; cut < paste.length; cut++) {
    const { rest } = splitKeys(paste.slice(0, cut));
    expect(splitKeys(shortened(rest) + paste.slice(cut)).keys).toEqual([paste]);
  }
});

test('a paste waits for its end', () => {
  const start = '\x1b[200~\r\r\x1b[B';
  expect(splitKeys(start)).toEqual({ keys: [], rest: start });
});

test('the end of a long paste is found for any division into chunks', () => {
  const paste = `\x1b[200~${'x'.repeat(9_000)}\x1b[201~`;
  for (let cut = 6; cut < paste.length; cut += cut > 8_990 ? 1 : 400) {
    const { rest } = splitKeys(paste.slice(0, cut));
    expect(splitKeys(`${shortened(rest)}${paste.slice(cut)}j`)).toEqual({ keys: ['j'], rest: '' });
  }
});

test('a reply of the terminal gives no keys', () => {
  expect(splitKeys('j\x1b]11;rgb:1e1e/1e1e/1e1e\x07k\x1bP>|term 1\x1b\\q').keys).toEqual([
    'j',
    'k',
    'q',
  ]);
  expect(splitKeys('\x1b]11;rgb:1e').keys).toEqual([]);
});

test('a character outside the basic plane is one key', () => {
  expect(splitKeys(bytes('😀j')).keys).toEqual(['😀', 'j']);
});

test('a character that is cut waits for its rest, and a byte that is not UTF-8 is no key', () => {
  expect(splitKeys('j\xf0\x9f')).toEqual({ keys: ['j'], rest: '\xf0\x9f' });
  expect(splitKeys('\x9fj\xc3\x1b[B\xffk\x1b\xffq').keys).toEqual(['j', '\x1b[B', 'k', 'q']);
});

describe('a mouse report of X10 is no key', () => {
  const reports = (column: number, row: number): string =>
    `\x1b[M${String.fromCharCode(32, (32 + column) % 256, (32 + row) % 256)}`;

  test('at any column and row, even if the bytes are not UTF-8', () => {
    for (let column = 1; column <= 300; column++) {
      for (const row of [1, 17, 49, 94])
        expect(splitKeys(`${reports(column, row)}j`)).toEqual({ keys: ['j'], rest: '' });
    }
  });

  test('if its place is in UTF-8 (mode 1005)', () => {
    for (let column = 1; column <= 2000; column += 7) {
      const place = bytes(String.fromCodePoint(32 + column, 32 + 17));
      expect(splitKeys(`\x1b[M ${place}j`).keys).toEqual(['j']);
    }
  });

  test('if another one follows at once', () => {
    expect(splitKeys(reports(170, 120).repeat(3) + reports(1, 1)).keys).toEqual([]);
  });

  test('in any other form', () => {
    expect(splitKeys('\x1b[<0;17;49M\x1b[<0;17;49m\x1b[32;17;49Mj').keys).toEqual(['j']);
  });
});

test('a reply that Ctrl-C breaks off does not swallow it', () => {
  expect(splitKeys('\x1b]11;q\x03').keys).toEqual(['\x03']);
  expect(splitKeys('\x1bP1\x1b[B').keys).toEqual(['\x1b[B']);
});

test('a sequence that is broken off gives no keys', () => {
  expect(splitKeys('\x1b[1;2\x1b[B').keys).toEqual(['\x1b[B']);
  expect(splitKeys('\x1b[1;2\x03').keys).toEqual(['\x03']);
});

test.each(['\x03', '\x1b[99;5u', '\x1b[27;5;99~'])(
  'Ctrl-C as %j gets out of a paste that has no end',
  (ctrlC) => {
    expect(splitKeys(`\x1b[200~1\r${ctrlC}j`)).toEqual({ keys: ['\x03', 'j'], rest: '' });
  },
);

test('Esc of the newer protocols gets out of a paste that has no end, and does nothing else', () => {
  expect(splitKeys('\x1b[200~1\r\x1b[27ujk')).toEqual({ keys: ['j', 'k'], rest: '' });
  expect(splitKeys('\x1b[200~1\r\x1b[27;1:3ujk').keys).toEqual([]);
});

test('the way out of a paste is found for any division into chunks', () => {
  const stuck = `\x1b[200~${'x\x1b[B'.repeat(40)}\x1b[27;129:1u`;
  for (let cut = 6; cut < stuck.length; cut++) {
    const { rest } = splitKeys(stuck.slice(0, cut));
    expect(splitKeys(`${shortened(rest)}${stuck.slice(cut)}j`)).toEqual({ keys: ['j'], rest: '' });
  }
});

const PASTE = '\x1b[200~q\r1\x1b[A\x1b[201~';

/** What a terminal sends for a key, and the key. */
const key = fc.constantFrom<[string, string]>(
  ...['j', '1', '\r', ' ', '\x1b[A', '\x1b[6~', '\x1bOB', '\x1b[1;5C', '\x1b[[B', 'é', '😀'].map(
    (text): [string, string] => [bytes(text), text],
  ),
  ['\x1b[106u', 'j'],
  [PASTE, PASTE],
  ['\x1b[13;1:2u', '\r'],
  ['\x1b[49;129u', '1'],
  ['\x1b[27;2;63~', '?'],
);

/** A value of X10's report. After a byte of 0xC2 or more, one below 0xA0 reads as UTF-8. */
const place = fc.tuple(fc.integer({ min: 32, max: 255 }), fc.integer({ min: 33, max: 127 }));

/** What a terminal sends although nobody pressed a key. */
const noise = fc.oneof(
  place.map(([column, row]) => `\x1b[M${String.fromCharCode(35, column, row)}`),
  fc.constantFrom(
    '\x1b[106;1:3u',
    '\x1b[13;1:3u',
    '\x1b[1;1:3A',
    '\x1b[3;1:3~',
    '\x1b[57441;2u',
    '\x1b[<35;120;40M',
    '\x1b[I',
    '\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\',
    '\x1b[?62;4c',
  ),
);

const typed = fc.array(
  fc.oneof(
    key.map(([sent, is]) => ({ sent, keys: [is] })),
    noise.map((sent) => ({ sent, keys: [] })),
  ),
  { maxLength: 30 },
);

/** The keys of a text that arrives in chunks, cut at these places. */
function keysInChunks(text: string, cuts: readonly number[]): { keys: string[]; rest: string } {
  const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length].sort(
    (a, b) => a - b,
  );
  let rest = '';
  const keys: string[] = [];
  for (const [i, from] of places.slice(0, -1).entries()) {
    const chunk = splitKeys(rest + text.slice(from, places[i + 1]));
    keys.push(...chunk.keys);
    rest = shortened(chunk.rest);
  }
  return { keys, rest };
}

const cuts = fc.array(fc.nat(300), { maxLength: 8 });

test('only keys act, whatever a terminal sends between them and wherever it is cut', () => {
  fc.assert(
    fc.property(typed, cuts, (sent, where) => {
      const text = sent.map((one) => one.sent).join('');
      expect(keysInChunks(text, where)).toEqual({
        keys: sent.flatMap(({ keys }) => keys),
        rest: '',
      });
    }),
  );
});

test('any bytes are read to their end, and at most one sequence waits', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), cuts, (sent, where) => {
      const { rest } = keysInChunks(Buffer.from(sent).toString('latin1'), where);
      expect(rest === '' || rest.startsWith('\x1b') || rest.charCodeAt(0) >= 0xc2).toBe(true);
    }),
  );
});
