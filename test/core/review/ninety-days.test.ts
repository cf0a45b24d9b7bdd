import { describe, expect, test } from 'vitest';
import type { CourseIndex } from '../../../src/core/course/course.js';
import { hash32 } from '../../../src/core/hash.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { chanceOn, DEFAULT_PARAMETERS } from '../../../src/core/memory/fsrs.js';
import { emptyProgress, foldOnto } from '../../../src/core/progress/fold.js';
import type { Progress } from '../../../src/core/progress/progress.js';
import { checksDue } from '../../../src/core/review/schedule.js';

/**
 * Simulates ninety days of a learner who forgets as FSRS predicts and does every due review. This tests that answers,
 * days, ratings and due dates work together. It says nothing about people.
 */
const DAYS = 90;
const LEARNERS = 60;
const DAY = 24 * 3_600_000;
const OFFSET = -480;

const checks = Array.from({ length: 60 }, (_, i) => `check-${i}`);
const course: CourseIndex = {
  format: 1,
  id: 'long',
  title: 'Long',
  language: 'en',
  about: [],
  hash: '00000000',
  words: 'a1b2c3',
  hasDrill: false,
  lessons: [
    {
      id: 'all',
      title: 'All',
      goal: 'All of it.',
      minutes: 1,
      closedBook: false,
      steps: checks,
      checks,
    },
  ],
};

/** A number from 0 to 1 that depends only on the arguments. */
const chance = (...seeds: readonly (string | number)[]): number =>
  hash32(JSON.stringify(seeds)) / 0x1_0000_0000;

type ReviewCount = { recalled: number; asked: number };

function answer(check: string, right: boolean, t: number, isFirst: boolean): LogEntry {
  const shared = { id: `${check} ${t}`, t, check, choice: 'a', right, course: '0', offset: OFFSET };
  return isFirst
    ? { ...shared, k: 'answer', lesson: 'all', try: 1, lookUps: [] }
    : { ...shared, k: 'review' };
}

/** Does one day's reviews, counts them in `count` and returns the progress after them. */
function reviewDay(before: Progress, day: number, seed: string, count: ReviewCount): Progress {
  // Noon of that day, local time.
  const t = day * DAY + DAY / 2 - OFFSET * 60_000;
  const entries = checksDue(course, before, day).map(({ check, recall }, i) => {
    const right = chance(seed, check, day) < chanceOn(recall.memory, day, DEFAULT_PARAMETERS);
    count.asked += 1;
    count.recalled += right ? 1 : 0;
    return answer(check, right, t + i, false);
  });
  return foldOnto(before, entries);
}

function ninetyDays(retention: string, count: ReviewCount, learner: number): void {
  const set: LogEntry = { id: 's', t: 0, k: 'set', key: 'retention', value: retention };
  const noon = DAY / 2 - OFFSET * 60_000;
  const first = checks.map((check, i) =>
    answer(check, chance(learner, check) < 0.7, noon + i, true),
  );
  let progress = foldOnto(emptyProgress, [set, ...first]);
  for (let day = 1; day <= DAYS; day++)
    progress = reviewDay(progress, day, `learner ${learner}`, count);
}

describe('in ninety days of reviews', () => {
  test.each(['0.8', '0.9'])(
    'the share of remembered checks is near the target of %s',
    (retention) => {
      const count: ReviewCount = { recalled: 0, asked: 0 };
      for (let learner = 0; learner < LEARNERS; learner++) ninetyDays(retention, count, learner);
      expect(count.asked).toBeGreaterThan(5000);
      expect(Math.abs(count.recalled / count.asked - Number(retention))).toBeLessThan(0.03);
    },
  );
});
