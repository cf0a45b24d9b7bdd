import { describe, expect, test } from 'vitest';
import {
  difficulties,
  type Random,
  simulatedMind,
} from '../../../../src/commands/workshop/live-room/simulated-mind.js';
import { checksAt } from '../../../../src/core/live-room/stop.js';
import { stops } from '../../../support/live-room.js';

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const [check] = stops.flatMap(checksAt);
if (!check) throw new Error('the course has no question');

/** Of 400 people, how many are right in the first vote and in the second. */
function rightOf(difficulty: number): [first: number, second: number] {
  const random = randomFrom(7);
  const minds = Array.from({ length: 400 }, () => simulatedMind(() => difficulty, random));
  const right = (round: 1 | 2): number =>
    minds.filter((mind) => mind.choose(check as NonNullable<typeof check>, round) === check?.key)
      .length;
  return [right(1), right(2)];
}

describe('a simulated person', () => {
  test('is right less often, the harder a question is', () => {
    const [easy, usual, hard] = [-2, 0, 2].map((difficulty) => rightOf(difficulty)[0]);
    expect(easy).toBeGreaterThan(usual ?? 0);
    expect(usual).toBeGreaterThan(hard ?? 0);
    expect(hard).toBeGreaterThan(0);
    expect(easy).toBeLessThan(400);
  });

  test('is right more often after a talk', () => {
    const [first, second] = rightOf(1);
    expect(second).toBeGreaterThan(first);
  });

  test('always chooses one of the choices, and thinks for some seconds', () => {
    const random = randomFrom(3);
    const mind = simulatedMind(difficulties(random), random);
    for (const one of stops.flatMap(checksAt)) {
      const ids = one.choices.map(({ id }) => id);
      expect([ids.includes(mind.choose(one, 1)), ids.includes(mind.choose(one, 2))]).toEqual([
        true,
        true,
      ]);
      expect(mind.thinkingTime()).toBeGreaterThan(2_000);
      expect(mind.thinkingTime()).toBeLessThan(15_000);
    }
  });
});
