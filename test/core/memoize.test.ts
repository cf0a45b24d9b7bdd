import { expect, test } from 'vitest';
import { memoize2 } from '../../src/core/memoize.js';

test('a result is computed once for two arguments, and again for other arguments', () => {
  let times = 0;
  const sum = memoize2(({ n }: { n: number }, { m }: { m: number }) => {
    times += 1;
    return n + m;
  });
  const [one, two, three] = [{ n: 1 }, { m: 2 }, { m: 3 }];
  expect([sum(one, two), sum(one, two), sum(one, three)]).toEqual([3, 3, 4]);
  expect(times).toBe(2);
});
