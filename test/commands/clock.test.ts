import { afterEach, describe, expect, test, vi } from 'vitest';
import { monotonicClock } from '../../src/commands/clock.js';

afterEach(() => vi.useRealTimers());

describe('the clock of an exercise', () => {
  test('runs on evenly when the computer’s clock is changed, forward or back', () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    const clock = monotonicClock(1_000_000);
    vi.advanceTimersByTime(60_000);
    expect(clock()).toBe(1_060_000);
    vi.setSystemTime(Date.now() - 86_400_000);
    expect(clock()).toBe(1_060_000);
    vi.setSystemTime(Date.now() + 366 * 86_400_000);
    vi.advanceTimersByTime(1_000);
    expect(clock()).toBe(1_061_000);
  });

  test('runs on while the computer sleeps', () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    let uptime = 5_000;
    const clock = monotonicClock(1_000_000, () => uptime);
    uptime += 3_600_000;
    expect(clock()).toBe(4_600_000);
  });

  test('needs no system that says how long it has been running', () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    const clock = monotonicClock(1_000_000, () => undefined);
    vi.advanceTimersByTime(60_000);
    expect(clock()).toBe(1_060_000);
  });
});
