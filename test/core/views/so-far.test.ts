import { describe, expect, test } from 'vitest';
import { soFarAt } from '../../../src/core/views/so-far.js';
import {
  type BoardSession,
  boardCourse,
  boardSession,
  joined,
} from '../../support/board-course.js';

const NEXT = { type: 'next' } as const;
const ENTER = { type: 'enter' } as const;
const FEE = 'The town council wants a fee for readers who stay late.';

/** What the page on screen says about the lessons before. */
function shown({ store, scene }: BoardSession): string | undefined {
  const now = scene();
  return 'step' in now && now.lesson ? soFarAt(store.state(), now.lesson, now.step.id) : undefined;
}

const opened = (lesson: string, log: BoardSession['log'] = []): BoardSession =>
  boardSession({ log, opening: { does: 'open', lesson } });

/** The first lesson from beginning to end. */
function firstLesson(): BoardSession {
  const session = opened('before');
  session.do(NEXT);
  const now = session.scene();
  if (now.kind !== 'check') throw new Error(session.at());
  const right = now.choices.findIndex(({ id }) => id === now.step.key);
  session.do({ type: 'point', at: right }, ENTER, NEXT);
  return session;
}

describe('what the lessons before have told', () => {
  test('is on the first page for those who begin with a later lesson', () => {
    const session = opened('steps');
    expect(session.at()).toBe('example example');
    expect(shown(session)).toContain(FEE);
    session.do(NEXT);
    expect([session.at(), shown(session)]).toEqual(['reading read-p1-p2', undefined]);
  });

  test('is on the first page if a lesson before is only begun', () => {
    expect(shown(opened('steps', opened('before').log))).toContain(FEE);
  });

  test('is not shown to those who have done the lessons before', () => {
    const { log } = firstLesson();
    const session = opened('steps', log);
    expect([session.at(), shown(session)]).toEqual(['example example', undefined]);
  });

  test('is always shown in an exercise that begins with this lesson', () => {
    const { log: done } = firstLesson();
    const session = boardSession({
      log: [joined(), ...done.map((entry) => ({ ...entry, t: entry.t + 1 }))],
    });
    session.do(ENTER);
    expect([session.at(), shown(session) !== undefined]).toEqual(['example example', true]);
  });

  test('is not shown in an exercise that begins with an earlier lesson', () => {
    const session = boardSession({
      log: [joined({ lessons: boardCourse.lessons.map(({ id }) => id) })],
    });
    session.do(ENTER, NEXT);
    const now = session.scene();
    if (now.kind !== 'check') throw new Error(session.at());
    session.do({ type: 'point', at: 0 }, ENTER, NEXT);
    expect([session.at(), shown(session)]).toEqual(['example example', undefined]);
  });
});
