import { describe, expect, test } from 'vitest';
import type { CourseIndex } from '../../../src/core/course/course.js';
import { hash32 } from '../../../src/core/hash.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { chanceOn, DEFAULT_PARAMETERS } from '../../../src/core/memory/fsrs.js';
import { emptyProgress, foldOnto } from '../../../src/core/progress/fold.js';
import type { Progress } from '../../../src/core/progress/progress.js';
import { checksDue } from '../../../src/core/review/schedule.js';

/**
 * Ninety days of somebody who forgets by FSRS's own curve and reviews all that is due: it shows that answers, days,
 * ratings and due dates are wired together, and nothing about people.
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

/** From 0 to 1, the same on every machine. */
const chance = (...of: readonly (string | number)[]): number =>
  hash32(JSON.stringify(of)) / 0x1_0000_0000;

type Seen = { recalled: number; asked: number };

function answer(check: string, right: boolean, t: number, isFirst: boolean): LogEntry {
  const shared = { id: `${check} ${t}`, t, check, choice: 'a', right, course: '0', offset: OFFSET };
  return isFirst
    ? { ...shared, k: 'answer', lesson: 'all', try: 1, lookUps: [] }
    : { ...shared, k: 'review' };
}

/** How a day's reviews went, and the progress after them. */
function reviewed(before: Progress, day: number, seed: string, seen: Seen): Progress {
  // Noon of that day where the learner is.
  const t = day * DAY + DAY / 2 - OFFSET * 60_000;
  const entries = checksDue(course, before, day).map(({ check, recall }, i) => {
    const right = chance(seed, check, day) < chanceOn(recall.memory, day, DEFAULT_PARAMETERS);
    seen.asked += 1;
    seen.recalled += right ? 1 : 0;
    return answer(check, right, t + i, false);
  });
  return foldOnto(before, entries);
}

function ninetyDays(retention: string, seen: Seen, learner: number): void {
  const set: LogEntry = { id: 's', t: 0, k: 'set', key: 'retention', value: retention };
  const noon = DAY / 2 - OFFSET * 60_000;
  const first = checks.map((check, i) =>
    answer(check, chance(learner, check) < 0.7, noon + i, true),
  );
  let progress = foldOnto(emptyProgress, [set, ...first]);
  for (let day = 1; day <= DAYS; day++)
    progress = reviewed(progress, day, `learner ${learner}`, seen);
}

describe('ninety days of reviews', () => {
  test.each(['0.8', '0.9'])('keep what is asked for: %s', (retention) => {
    const seen: Seen = { recalled: 0, asked: 0 };
    for (let learner = 0; learner < LEARNERS; learner++) ninetyDays(retention, seen, learner);
    expect(seen.asked).toBeGreaterThan(5000);
    expect(Math.abs(seen.recalled / seen.asked - Number(retention))).toBeLessThan(0.03);
  });
});
