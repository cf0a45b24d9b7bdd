import fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseIdFrom } from '../../../src/core/course/course-id.js';

test.each([
  ['my-course', 'my-course'],
  ['My Course', 'my-course'],
  ['  The night  ferry! ', 'the-night-ferry'],
  ['Fährüberfahrt', 'fahruberfahrt'],
  ['ночь', 'my-course'],
  ['2024', 'my-course'],
  ['', 'my-course'],
  ['.hidden', 'hidden'],
  [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
])('a folder %j gives the course id %j', (name, id) => {
  expect(courseIdFrom(name, [])).toBe(id);
});

test('the id of an existing course is not used again', () => {
  expect(courseIdFrom('claude-contract', ['claude-contract'])).toBe('my-claude-contract');
});

test('every folder name gives a valid id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(courseIdFrom(name, [name])).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/);
    }),
  );
});

test('the fallback id is not taken either', () => {
  const taken = ['bridge', 'my-bridge', 'my-bridge-2'];
  expect(courseIdFrom('bridge', taken)).toBe('my-bridge-3');
});

test('every name gets an id that no other course has', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('bridge', 'Brücke', 'a'.repeat(80), '橋'));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), (names) => {
      const ids: string[] = [];
      for (const one of names) ids.push(courseIdFrom(one, ids));
      expect(new Set(ids).size).toBe(names.length);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/);
    }),
  );
});
