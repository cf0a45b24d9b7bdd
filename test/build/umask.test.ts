import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeUmask } from '../../scripts/umask.mjs';

describe('the umask of a build', () => {
  let before = 0;
  beforeEach(() => {
    before = process.umask(0);
  });
  afterEach(() => {
    process.umask(before);
  });

  test.each([
    [0o000, 0o022],
    [0o002, 0o022],
    [0o077, 0o077],
    [0o777, 0o077],
  ])('%o becomes %o, and can be restored', (umask, closed) => {
    process.umask(umask);
    expect(closeUmask()).toBe(umask);
    expect(process.umask(umask)).toBe(closed);
  });
});
