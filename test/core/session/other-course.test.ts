import { expect, test } from 'vitest';
import type { Action } from '../../../src/core/state/action.js';
import type { OtherCourse } from '../../../src/core/state/menu-entry.js';
import { choosing, type Play, play } from '../../support/play.js';

const NEXT_STEP: Action = { type: 'next' };
const NEXT: OtherCourse = { id: 'mill', title: 'The mill', comesAfter: true };
const BEFORE: OtherCourse = { ...NEXT, comesAfter: false };

/** The ids of the entries on screen. */
function entries(session: Play): string[] {
  const now = session.scene();
  return 'menu' in now ? now.menu.map(({ id }) => id) : [];
}

function goThrough(session: Play): void {
  for (let i = 0; i < 20 && session.scene().kind !== 'summary'; i++) {
    const now = session.scene();
    session.do(...(now.kind === 'check' ? choosing(session, now.step.key) : [NEXT_STEP]));
  }
}

test('the next course is not offered before the current course is done', () => {
  const session = play({ lesson: 'first', other: NEXT });
  goThrough(session);
  expect(entries(session)).not.toContain('course');
  session.do({ type: 'close' });
  expect(entries(session)).not.toContain('course');
});

test('the next course is offered at the end of the last lesson, and at the end of the course', () => {
  const first = play({ lesson: 'first', other: NEXT });
  goThrough(first);
  const session = play({ lesson: 'second', other: NEXT, log: first.log });
  goThrough(session);
  expect(entries(session)).toContain('course');
  session.do({ type: 'close' });
  expect(entries(session)[0]).toBe('course-end');
  session.do({ type: 'enter' });
  expect(entries(session)).toContain('course');
});

test('the previous course is on home from the start', () => {
  expect(entries(play({ other: BEFORE }))).toContain('course');
  expect(entries(play())).not.toContain('course');
});

test('choosing another course ends the session and records nothing', () => {
  const session = play({ other: BEFORE });
  session.do({ type: 'point', at: entries(session).indexOf('course') }, { type: 'enter' });
  expect([session.state().hasQuit, session.state().next]).toEqual([
    true,
    { at: 'course', course: 'mill' },
  ]);
  expect(session.log).toEqual([]);
});
