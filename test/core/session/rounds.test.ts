import { describe, expect, test } from 'vitest';
import { ROUND } from '../../../src/core/drill/drill.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { scene } from '../../../src/core/scene/scene.js';
import { quizEndView } from '../../../src/core/views/quiz-end.js';
import { attemptAt, stampsFrom } from '../../support/past.js';
import { sessionInMemory } from '../../support/session-in-memory.js';
import { shippedCourse } from '../../support/shipped-course.js';

const shipped = shippedCourse();
const course = {
  index: shipped.index,
  material: shipped.material(),
  lessons: shipped.index.lessons.map(({ id }) => shipped.lesson(id)),
};

/** The log of a learner who has gone through the first lessons. */
const wentThrough = (count: number): LogEntry[] => {
  const stamp = stampsFrom(0, 'past');
  return course.lessons.slice(0, count).flatMap((lesson) => attemptAt(lesson, stamp));
};

/** @param log of an earlier session */
function begin(lessonsRead: number, before: readonly LogEntry[] = wentThrough(lessonsRead)) {
  let seeds = before.length;
  const seed = () => `seed ${seeds++}`;
  const { store, log } = sessionInMemory(course, {
    ...{ log: before, opening: { does: 'drill' }, seed },
  });
  const now = () => scene(store.state());
  const end = () => {
    const at = now();
    if (at.kind !== 'quiz-end') throw new Error(`not at the end but at ${at.kind}`);
    return { ...at, view: quizEndView(at, store.state(), course.material) };
  };
  /** Answers every question of a round, so many of them right. @returns how many were asked */
  const goThrough = (right: number): number => {
    let asked = 0;
    for (let at = now(); at.kind === 'check'; at = now()) {
      const { choices, step } = at;
      const isKey = asked < right;
      const choice = choices.findIndex(({ id }) => (id === step.key) === isKey);
      store.dispatch({ type: 'point', at: choice });
      store.dispatch({ type: 'enter' });
      store.dispatch({ type: 'next' });
      asked += 1;
    }
    return asked;
  };
  return { store, log, now, end, goThrough };
}

describe('a round of “Who said it?”', () => {
  test('says why it has fewer questions than ten, and only then', () => {
    const { store, goThrough } = begin(1);
    const { notice } = store.state();
    expect(notice).toBe(
      `This round has ${goThrough(0)} questions. “Who said it?” asks only about what you have read.`,
    );
    expect(begin(course.lessons.length).store.state().notice).toBeUndefined();
  });

  test('goes on where the learner left it, and begins anew after its end', () => {
    const { store, now, goThrough, end } = begin(course.lessons.length);
    const left = now();
    store.dispatch({ type: 'point', at: 0 });
    store.dispatch({ type: 'enter' });
    store.dispatch({ type: 'next' });
    const second = now();
    store.dispatch({ type: 'close' });
    const open = () => {
      const home = now();
      const at = 'menu' in home ? home.menu.findIndex(({ does }) => does === 'drill') : -1;
      store.dispatch({ type: 'point', at });
      store.dispatch({ type: 'enter' });
    };
    open();
    expect(now()).toEqual(second);
    expect(goThrough(ROUND)).toBe(ROUND - 1);
    expect(end().quiz.answered).toBe(ROUND);
    store.dispatch({ type: 'close' });
    open();
    expect(now()).toMatchObject({ kind: 'check', quiz: { answered: 0 } });
    expect(now()).not.toEqual(left);
  });

  test('has ten questions and ends with the score and the misses', () => {
    const { goThrough, end, log } = begin(course.lessons.length);
    expect(goThrough(8)).toBe(ROUND);
    expect(end().view).toMatchObject({ score: { text: '8 of 10 right', share: 0.8 }, notes: [] });
    expect(end().view.missed).toHaveLength(2);
    expect(log.filter(({ k }) => k === 'drill')).toHaveLength(ROUND);
    expect(end().menu.map(({ id }) => id)).toEqual(['drill-on', 'home']);
  });

  test('says what the best round was, whichever came first', () => {
    const { store, goThrough, end } = begin(course.lessons.length);
    goThrough(9);
    store.dispatch({ type: 'enter' });
    goThrough(7);
    expect(end().view.score?.text).toBe('7 of 10 right, your best: 9');
    store.dispatch({ type: 'enter' });
    goThrough(10);
    expect(end().view.score?.text).toBe('10 of 10 right, your best: 10');
  });

  test('is no best round if the learner quit before its end', () => {
    const { store, log } = begin(course.lessons.length);
    store.dispatch({ type: 'point', at: 0 });
    store.dispatch({ type: 'enter' });
    store.dispatch({ type: 'quit' });
    const { goThrough, end } = begin(course.lessons.length, log);
    expect(goThrough(6)).toBe(ROUND);
    expect(end().view.score?.text).toBe('6 of 10 right');
  });

  test('counts on: at the third question, how many of two were right', () => {
    const { store, now } = begin(course.lessons.length);
    const at = now();
    expect(at.kind === 'check' && at.quiz?.rest).toHaveLength(ROUND - 1);
    store.dispatch({ type: 'point', at: 0 });
    store.dispatch({ type: 'enter' });
    const after = now();
    expect(after.kind === 'verdict' && after.quiz?.answered).toBe(1);
  });

  test('is shorter if less was read, and is not compared with longer ones', () => {
    const { goThrough, end } = begin(1);
    const asked = goThrough(1);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(ROUND);
    expect(end().view.score?.text).toBe(`1 of ${asked} right`);
  });

  test('offers lesson 1 if nothing was read', () => {
    const { store, end } = begin(0);
    expect(end().view).toEqual({
      missed: [],
      notes: [
        "You haven't read any of the story yet.",
        '“Who said it?” asks only about what you have read.',
      ],
    });
    store.dispatch({ type: 'enter' });
    expect(store.state().route).toMatchObject({ lesson: { id: course.lessons[0]?.id } });
  });
});
