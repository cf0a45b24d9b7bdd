import { expect, test } from 'vitest';
import type { Check, Course } from '../../../../src/core/course/course.js';
import type { LogEntry } from '../../../../src/core/log/entry.js';
import { summaryView } from '../../../../src/core/views/ending/summary.js';
import { choosing, type Play, play, settling } from '../../../support/play.js';
import { course, lessons, material } from '../../../support/small-course.js';

const NEXT = { type: 'next' } as const;
const SHOWN = { type: 'show-answer' } as const;

const SHARED = 'The mayor said it twice.';

/** The course with one truth for the checks `one` and `two`. */
const withSharedTruth: Course = {
  index: course,
  material,
  lessons: lessons.map((lesson) => ({
    ...lesson,
    body: lesson.body.map((step) =>
      step.kind === 'check' && step.id !== 'three' ? ({ ...step, truth: SHARED } as Check) : step,
    ),
  })),
};

const PLACED = 'The mayor said it twice (¶1).';

/** The summary after both questions were missed. */
function missedBoth(): Play {
  const session = play({ of: withSharedTruth, lesson: 'first' });
  session.do({ type: 'next' });
  session.do(...settling(session, 'c'), { type: 'next' });
  session.do(...settling(session, 'c'), { type: 'next' });
  return session;
}

function viewOf(session: Play) {
  const now = session.scene();
  if (now.kind !== 'summary') throw new Error(session.at());
  return summaryView(now.lesson, now.menu, session.state(), material);
}

/** Tries the misses again. The first answer is right, the second is this choice. */
function tryAgain(session: Play, second: string): void {
  const now = session.scene();
  if (now.kind !== 'summary') throw new Error(session.at());
  session.do({ type: 'point', at: now.menu.findIndex(({ id }) => id === 'retry') });
  session.do({ type: 'enter' });
  session.do(...choosing(session, 'a'), { type: 'next' });
  session.do(...settling(session, second), { type: 'next' });
}

test('a truth that two missed questions share is there once', () => {
  expect(viewOf(missedBoth())).toMatchObject({
    score: '0 of 2 on first try',
    truths: [PLACED],
  });
});

test('a shared truth counts as right later only if all its questions are', () => {
  const session = missedBoth();
  tryAgain(session, 'c');
  expect(viewOf(session)).toMatchObject({
    score: '0 of 2 on first try, 1 mended',
    truths: [PLACED],
  });
  const mended = missedBoth();
  tryAgain(mended, 'b');
  expect(viewOf(mended)).toMatchObject({
    score: '0 of 2 on first try, 2 mended',
    truths: [`${PLACED} Right on a later try.`],
  });
});

test('certainty is that of the lesson, not of another', () => {
  const CERTAINTY: LogEntry = { k: 'set', id: 'c', t: 1, key: 'certainty', value: 'on' };
  const session = play({ lesson: 'first', log: [CERTAINTY] });
  session.do({ type: 'next' });
  for (const check of ['a', 'b'])
    session.do(...choosing(session, check), { type: 'rate', certainty: 'certain' }, SHOWN, NEXT);
  expect(viewOf(session).calibration).toMatch(/^When certain: \d of 2 right\.$/);
  const later = play({
    lesson: 'second',
    log: [...session.log, { ...CERTAINTY, id: 'd', t: 2, value: 'off' }],
  });
  while (later.scene().kind !== 'summary')
    later.do(...(later.scene().kind === 'check' ? settling(later, 'a') : []), NEXT);
  expect(viewOf(later)).not.toHaveProperty('calibration');
});
