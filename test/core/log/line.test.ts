import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsLikeLine, lineOf } from '../../../src/core/log/line.js';
import { newEntry } from '../../support/any-log.js';

const line = newEntry.map((entry) => lineOf({ ...entry, t: 1_795_983_988_905, id: 'a1-b2' }));

describe('a line of the log', () => {
  it('is not taken for a whole one while only a part of it is written', () => {
    fc.assert(
      fc.property(line, (whole) => {
        for (let length = 0; length < whole.length; length += 1)
          expect(endsLikeLine(whole.slice(0, length)), whole.slice(0, length)).toBe(false);
      }),
    );
  });

  it('ends like one, also with a damaged character after it', () => {
    fc.assert(
      fc.property(line, (whole) => {
        for (const after of ['', '\v', 'J', '\ufffd'])
          expect(endsLikeLine(whole + after)).toBe(true);
      }),
    );
  });
});
