import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened, splitKeys } from '../../../src/ui/terminal/parse-keys.js';

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

test('a pasted text gives no keys', () => {
  expect(splitKeys('j\x1b[200~\r\r1q\x1b[201~k')).toEqual({ keys: ['j', 'k'], rest: '' });
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
  expect(splitKeys('😀j').keys).toEqual(['😀', 'j']);
});

const typed = fc.array(
  fc.constantFrom(
    'j',
    '1',
    '\r',
    ' ',
    '\x1b[A',
    '\x1b[6~',
    '\x1bOB',
    '\x1b[1;5C',
    '\x1b[[B',
    'é',
    '😀',
  ),
  { maxLength: 30 },
);

test('any division of the bytes into chunks gives the same keys', () => {
  fc.assert(
    fc.property(typed, fc.array(fc.nat(60), { maxLength: 5 }), (keys, cuts) => {
      const text = keys.join('');
      const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length].sort(
        (a, b) => a - b,
      );
      let rest = '';
      const out: string[] = [];
      for (const [i, from] of places.slice(0, -1).entries()) {
        const chunk = splitKeys(rest + text.slice(from, places[i + 1]));
        out.push(...chunk.keys);
        rest = chunk.rest;
      }
      // A UTF-8 decoder never cuts a surrogate pair.
      if (!/[\ud800-\udfff]/.test(out.filter((key) => key.length === 1).join(''))) {
        expect([...out, rest].join('')).toBe(text);
        if (rest === '') expect(out).toEqual(keys);
      }
    }),
  );
});
