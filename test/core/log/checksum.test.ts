import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasChecksum, withChecksum, withoutChecksum } from '../../../src/core/log/checksum.js';
import { exportText, readExport } from '../../../src/core/log/export-file.js';
import { lineOf } from '../../../src/core/log/line.js';
import { parseLog } from '../../../src/core/log/parse.js';
import { answer, anyLog } from '../../support/any-log.js';

/** As JSON has it: without -0, for example. */
const object = fc
  .dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 })
  .map((value) => JSON.parse(JSON.stringify(value)));

describe('a checksum', () => {
  test('is a field that other programs can ignore, and gives the text back', () => {
    fc.assert(
      fc.property(object, (value) => {
        const text = JSON.stringify(value);
        expect(withoutChecksum(withChecksum(text))).toBe(text);
        expect(JSON.parse(withChecksum(text))).toEqual(
          expect.objectContaining({ ...value, sum: value.sum ?? expect.any(String) }),
        );
      }),
    );
  });

  test('does not fit after any change of one character', () => {
    fc.assert(
      fc.property(
        object,
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (value, n, other) => {
          const text = withChecksum(JSON.stringify(value));
          const at = n % text.length;
          fc.pre(text[at] !== other);
          expect(withoutChecksum(text.slice(0, at) + other + text.slice(at + 1))).toBeUndefined();
        },
      ),
    );
  });
});

describe('a line of the log', () => {
  const entry = answer({ id: 'a', t: 1 });

  test('has a checksum first and the id last, and is read without the checksum', () => {
    expect(hasChecksum(lineOf(entry))).toBe(true);
    expect(lineOf(entry)).toMatch(/,"t":1,"id":"a"}$/);
    expect(parseLog(lineOf(entry)).entries).toEqual([entry]);
  });

  test('counts as damaged if its checksum does not fit, even if it is a valid entry', () => {
    const changed = lineOf(entry).replace('"right":true', '"right":false');
    expect(parseLog(`${changed}\n${lineOf({ ...entry, id: 'b' })}`)).toMatchObject({
      entries: [{ id: 'b' }],
      damaged: 1,
    });
  });

  test('of version 0.1.0 has no checksum, and is taken as it is', () => {
    expect(parseLog(JSON.stringify(entry))).toMatchObject({ entries: [entry], damaged: 0 });
  });

  test('keeps its checksum in an export, also in one that version 0.1.0 writes', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const lines = log.map(lineOf);
        expect(readExport(exportText('c', log), 'c')).toEqual({ entries: log });
        // Version 0.1.0 keeps the fields of a line as they are.
        const entries = lines.map((line) => JSON.parse(line));
        const old = { kind: 'on-the-record progress', version: 1, course: 'c', entries };
        expect(readExport(JSON.stringify(old, undefined, 1), 'c')).toEqual({ entries: log });
        expect(entries.map(({ id, t, ...rest }) => JSON.stringify({ ...rest, t, id }))).toEqual(
          lines,
        );
      }),
    );
  });

  test.each(['ssum', 'um', ''])(
    'whose checksum has the damaged name %j is not believed',
    (name) => {
      const text = exportText('c', [entry]).replace('"sum"', JSON.stringify(name));
      expect(readExport(text, 'c')).toEqual({ rejected: expect.stringContaining('is damaged: 1') });
      expect(parseLog(lineOf(entry).replace('"sum"', JSON.stringify(name))).damaged).toBe(1);
    },
  );

  test('that was changed in an export makes the import refuse the export', () => {
    const text = exportText('c', [entry]).replace('"right": true', '"right": false');
    expect(readExport(text, 'c')).toEqual({
      rejected: expect.stringContaining('is damaged: 1'),
    });
  });
});
