import { expect, test } from 'vitest';
import { parseJson } from '../../src/core/json-shape.js';

test('JSON is read', () => {
  expect(parseJson('{"__proto__":[1,null]}')).toEqual(JSON.parse('{"__proto__":[1,null]}'));
});

test('JSON may begin with a byte order mark', () => {
  expect(parseJson('\ufeff{"a":1}')).toEqual({ a: 1 });
});

test.each(['', '\ufeff', '{"a":', 'NaN', "{'a':1}", '\ufeff\ufeff{}', '{}\ufeff'])(
  '%j is no JSON',
  (text) => {
    expect(parseJson(text)).toBeUndefined();
  },
);

test('a text of any depth does no harm', () => {
  const depth = 1_000_000;
  expect(() => parseJson('['.repeat(depth) + ']'.repeat(depth))).not.toThrow();
});
