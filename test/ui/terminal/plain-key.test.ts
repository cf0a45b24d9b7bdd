import { expect, test } from 'vitest';
import { plainKey } from '../../../src/ui/terminal/plain-key.js';

const CTRL_C = '\x03';
const CTRL_U = '\x15';
const CTRL_Z = '\x1a';

test.each([
  ['\x1b[99;5u', CTRL_C],
  ['\x1b[99;5:1u', CTRL_C],
  ['\x1b[99;69u', CTRL_C], // with Caps Lock
  ['\x1b[99;133u', CTRL_C], // with Num Lock
  ['\x1b[1089::99;5u', CTRL_C], // on a Russian keyboard
  ['\x1b[27;5;99~', CTRL_C],
  ['\x1b[27;5;67~', CTRL_C],
  ['\x1b[117;5u', CTRL_U],
  ['\x1b[27;5;117~', CTRL_U],
  ['\x1b[122;5u', CTRL_Z],
  ['\x1b[27;5;122~', CTRL_Z],
])('the control key %j is %j', (sequence, key) => {
  expect(plainKey(sequence)).toBe(key);
});

test('Ctrl-J on a Dvorak keyboard, where an American one has C, is no control key', () => {
  expect(plainKey('\x1b[106::99;5u')).toBe(undefined);
});

test.each([
  ['\x1b[13u', '\r'],
  ['\x1b[13;2u', '\r'],
  ['\x1b[57414u', '\r'],
  ['\x1bOM', '\r'],
  ['\x1b[27;2;13~', '\r'],
  ['\x1b[27u', '\x1b'],
  ['\x1b[127u', '\x7f'],
  ['\x1b[32u', ' '],
  ['\x1b[106u', 'j'],
  ['\x1b[106;1:2u', 'j'], // repeated
  ['\x1b[97;2u', 'A'],
  ['\x1b[47:63;2u', '?'],
  ['\x1b[47;2;63u', '?'],
  ['\x1b[27;2;63~', '?'],
  ['\x1b[57400u', '1'],
  ['\x1b[57419;129u', '\x1b[A'],
  ['\x1b[1;1:1A', '\x1b[1;1:1A'],
  ['\x1b[B', '\x1b[B'],
  ['\x1b[[A', '\x1b[[A'],
  ['q', 'q'],
])('the key %j is %j', (sequence, key) => {
  expect(plainKey(sequence)).toBe(key);
});

test.each([
  ['\x1b[99;5:3u', 'Ctrl-C let go'],
  ['\x1b[13;1:3u', 'Enter let go'],
  ['\x1b[1;1:3B', 'an arrow let go'],
  ['\x1b[5;1:3~', 'Page Up let go'],
  ['\x1b[57442;5u', 'the Ctrl key by itself'],
  ['\x1b[57358;65u', 'Caps Lock'],
  ['\x1b[113;9u', 'q with the key for the system'],
  ['\x1b[113;3u', 'q with Alt'],
  ['\x1b[1;9A', 'an arrow with the key for the system'],
  ['\x1b[49;2u', 'a shifted digit, whatever it writes'],
  ['\x1b[109;5u', 'Ctrl-M, which is not Enter in these protocols'],
  ['\x1b[1114112u', 'a code beyond Unicode'],
  ['\x1b[55296u', 'half a character'],
  ['\x1b[u', 'no code'],
  ['\x1b[201~', 'the end of a paste'],
  ['\x1b[?1u', 'a reply about this protocol'],
  ['\x1b[I', 'the window has the focus'],
  ['\x1b[24;80R', 'the place of the cursor'],
  ['\x1b[<0;1;1M', 'a mouse report'],
])('%j is no key: %s', (sequence) => {
  expect(plainKey(sequence)).toBeUndefined();
});
