import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLog } from '../../../src/core/log/parse.js';
import { answer, anyLog } from '../../support/any-log.js';
import { anyText } from '../../support/any-text.js';

const entry = answer({ id: 'a', t: 1 });
const line = (change: object): string => `${JSON.stringify({ ...entry, ...change })}\n`;

describe('reading a log', () => {
  it('returns every entry that can be written', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const text = log.map((entry) => `\n${JSON.stringify(entry)}\n`).join('');
        expect(parseLog(text).entries).toEqual(log);
        expect(parseLog(text).damaged).toBe(0);
      }),
    );
  });

  it('skips blank lines, a byte order mark and Windows line ends', () => {
    const text = `\uFEFF\r\n${JSON.stringify(entry)}\r\n\r\n   \n`;
    expect(parseLog(text)).toEqual({ entries: [entry], highest: { id: 'a', t: 1 }, damaged: 0 });
  });

  it('counts damaged lines, and keeps the others', () => {
    const text = `${line({})}{"id":"b","t":2,"k":"ans\nnull\n[]\n5\n"a"\n${line({ id: 'z', t: 9 })}`;
    const { entries, damaged } = parseLog(text);
    expect(entries.map(({ id }) => id)).toEqual(['a', 'z']);
    expect(damaged).toBe(5);
  });

  it.each([
    { id: 5 },
    { id: '' },
    { id: null },
    { t: -1 },
    { t: 1.5 },
    { t: '1' },
    { t: 8.64e15 + 1 },
    { k: 5 },
    { k: null },
    { check: {} },
    { choice: 3 },
    { right: 'yes' },
    { try: 0 },
    { try: 1.5 },
    { lookUps: 'hint' },
    { lookUps: [1] },
    { offset: 0.5 },
    { k: 'at', step: 5 },
    { k: 'start' },
    { k: 'start', seed: 'x', only: null },
    { k: 'set', key: 'x', value: true },
    { k: 'reset', lesson: 1 },
    { k: 'reset', checks: 'who' },
    { k: 'reset', undo: '' },
    { clock: -1 },
    { clock: '1' },
    { k: 'redate', from: 1 },
    { k: 'redate', from: 1, to: -1 },
  ])('counts an entry of a known kind with %o as damaged', (change) => {
    expect(parseLog(line(change))).toEqual({ entries: [], damaged: 1 });
  });

  it('counts an entry as damaged if its time is not a JSON number', () => {
    const endless = line({}).replace('"t":1', '"t":1e999');
    expect(parseLog(endless)).toEqual({ entries: [], damaged: 1 });
  });

  it('accepts the last time that a Date can hold', () => {
    expect(parseLog(line({ t: 8.64e15 })).entries).toHaveLength(1);
  });

  it.each(['import', 'constructor', '__proto__'])(
    'ignores an entry of the unknown kind %s, but reads its time',
    (k) => {
      const { entries, highest, damaged } = parseLog(line({}) + line({ k, id: 'b', t: 7 }));
      expect(entries).toEqual([entry]);
      expect(highest).toEqual({ id: 'b', t: 7 });
      expect(damaged).toBe(0);
    },
  );

  it('accepts entries with unknown fields', () => {
    const more = line({ certainty: 'sure', lookUps: ['dictionary'] });
    expect(parseLog(more)).toMatchObject({ entries: [{ id: 'a', check: 'who' }], damaged: 0 });
  });

  it('never throws, and counts every line that is not blank', () => {
    const piece = fc.oneof(anyText(), fc.json(), fc.constant(line({})));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('\n');
        const { entries, damaged } = parseLog(text);
        const filled = text.split('\n').filter((row) => row.trim() !== '').length;
        expect(entries.length + damaged).toBe(filled);
      }),
    );
  });

  it('survives a line of many brackets', () => {
    expect(parseLog(`${'['.repeat(1_000_000)}\n${line({})}`)).toMatchObject({ damaged: 1 });
  });
});
