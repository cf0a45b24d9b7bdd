import { expect, test } from 'vitest';
import { type Act, type AddressLimits, addressLimits } from '../../src/net/address-limits.js';

/** How often the address may do it before it is refused. */
function timesOf(limits: AddressLimits, address: string, act: Act): number {
  let count = 0;
  while (count < 100_000 && limits.take(address, act)) count += 1;
  return count;
}

test('a school behind one address can join and answer at the same moment', () => {
  const limits = addressLimits(() => 0);
  expect(timesOf(limits, '192.0.2.1', 'join')).toBeGreaterThanOrEqual(1_200);
  expect(timesOf(limits, '192.0.2.1', 'message')).toBeGreaterThanOrEqual(1_200);
  expect(timesOf(limits, '192.0.2.1', 'join')).toBe(0);
});

test('an address that is refused is so alone, and can go on after a while', () => {
  let now = 0;
  const limits = addressLimits(() => now);
  timesOf(limits, '192.0.2.1', 'join');
  expect(limits.take('192.0.2.2', 'join')).toBe(true);
  now = 10_000;
  expect(timesOf(limits, '192.0.2.1', 'join')).toBe(50);
});

test('wrong codes are few: in a day, nobody tries one in ten of the ends that an address can have', () => {
  let now = 0;
  const limits = addressLimits(() => now);
  let tried = timesOf(limits, '192.0.2.1', 'wrong-code');
  for (let hour = 0; hour < 24; hour++) {
    now += 3_600_000;
    tried += timesOf(limits, '192.0.2.1', 'wrong-code');
  }
  expect(tried).toBeLessThan(32 ** 4 / 10);
});

test('a computer that changes its IPv6 address stays the same', () => {
  const limits = addressLimits(() => 0);
  timesOf(limits, '2001:db8:1:2:3:4:5:6', 'join');
  expect(limits.take('2001:db8:1:2:aaaa::1', 'join')).toBe(false);
  expect(limits.take('2001:db8:1:3::1', 'join')).toBe(true);
});

test('an IPv4 address is the same in both notations', () => {
  const limits = addressLimits(() => 0);
  timesOf(limits, '::ffff:192.0.2.1', 'join');
  expect(limits.take('192.0.2.1', 'join')).toBe(false);
});

test('those that were quiet for longest are forgotten, so memory is bounded', () => {
  const limits = addressLimits(() => 0);
  timesOf(limits, '192.0.2.1', 'wrong-code');
  for (let i = 0; i < 10_000; i++) limits.take(`10.0.${i >> 8}.${i & 255}`, 'request');
  expect(limits.allows('192.0.2.1', 'wrong-code')).toBe(true);
});
