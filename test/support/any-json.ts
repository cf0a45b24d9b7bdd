import fc from 'fast-check';
import { HIDDEN, MISLEADING } from './hostile-characters.js';
import { changedAt, fieldsOf, leavesOf, prefixed } from './json-leaves.js';

/** Any characters. fast-check's own strings of them take a second to be prepared. */
const anyCharacters = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 12 })
  .map((codes) => String.fromCodePoint(...codes));

/** Texts that are likely to do harm, or to be taken for something else than text. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...HIDDEN,
    ...MISLEADING,
    '=HYPERLINK("http://x")',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    'x'.repeat(5000),
  ),
  anyCharacters,
);

/** Whatever JSON can hold. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(-1, 1e308, null, true, [], {}),
);

/** A file that holds something else than it should. */
export const otherText: fc.Arbitrary<string> = fc.oneof(
  fc.json(),
  hostileText,
  hostileText.map((text) => `{${text}`),
);

/** The value with a hostile text before one of its texts, or with anything in place of any part of it. */
export function withOneChanged(value: unknown): fc.Arbitrary<unknown> {
  const change = fc.oneof(
    hostileText.map((text) => prefixed(text)),
    anyJson.map((other) => () => other),
  );
  return fc
    .tuple(fc.constantFrom(...leavesOf(value), ...fieldsOf(value)), change)
    .map(([path, one]) => changedAt(value, path, one));
}

/** Mostly the JSON of a value with one change; sometimes a text that is none. */
export const damagedJson = (value: unknown): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: withOneChanged(value).map((one) => JSON.stringify(one) ?? '') },
    { weight: 1, arbitrary: otherText },
  );
