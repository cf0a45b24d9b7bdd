import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEntry, NewEntry } from '../../../src/core/log/entry.js';
import { leftText, lessonStatusText } from '../../../src/core/messages/lesson.js';
import { foldAll } from '../../../src/core/progress/fold.js';
import { lessonStatus, lessonToContinue } from '../../../src/core/progress/lesson-status.js';
import type { Progress } from '../../../src/core/progress/progress.js';
import { answer } from '../../support/any-log.js';
import { choosing, play, settling } from '../../support/play.js';
import { course, first, second } from '../../support/small-course.js';

/** Progress after a wrong first answer in the first lesson, and after the rest of the lesson with 'the end'. */
function progressAfter(steps: 'one answer' | 'the end'): Progress {
  const session = play({ lesson: 'first' });
  session.do({ type: 'next' });
  session.do(...settling(session, 'b'));
  if (steps === 'the end') {
    session.do({ type: 'next' });
    session.do(...choosing(session, 'b'));
    session.do({ type: 'next' });
  }
  return foldAll(session.log);
}

test('an unopened lesson is new, at step 0', () => {
  expect(lessonStatus(first, foldAll([]))).toEqual({
    state: 'new',
    steps: 3,
    step: 0,
    checks: 2,
    answered: 0,
    correct: 0,
  });
});

test('a started lesson has its step and the number of answers', () => {
  expect(lessonStatus(first, progressAfter('one answer'))).toEqual({
    state: 'started',
    steps: 3,
    step: 2,
    checks: 2,
    answered: 1,
    correct: 0,
  });
});

test('a lesson is done at its end, whatever the score', () => {
  expect(lessonStatus(first, progressAfter('the end'))).toMatchObject({
    state: 'done',
    step: 3,
    correct: 1,
  });
});

test('adding a check makes a done lesson a started lesson', () => {
  const longer = { ...first, steps: [...first.steps, 'new'], checks: [...first.checks, 'new'] };
  expect(lessonStatus(longer, progressAfter('the end'))).toMatchObject({
    state: 'started',
    answered: 2,
    checks: 3,
  });
});

test('a removed check does not count', () => {
  const shorter = { ...first, steps: ['read', 'two'], checks: ['two'] };
  expect(lessonStatus(shorter, progressAfter('the end'))).toMatchObject({
    state: 'done',
    answered: 1,
    correct: 1,
  });
});

test('the lesson to continue is the started lesson, or else the next lesson that is not done', () => {
  expect(lessonToContinue(course, foldAll([]))?.id).toBe('first');
  expect(lessonToContinue(course, progressAfter('one answer'))?.id).toBe('first');
  expect(lessonToContinue(course, progressAfter('the end'))?.id).toBe('second');
});

test('a lesson in which nothing was done is not continued while another is under way', () => {
  const session = play({ lesson: 'first' });
  session.do({ type: 'next' });
  const peek = play({ lesson: 'second', log: session.log });
  expect(lessonToContinue(course, foldAll(peek.log))?.id).toBe('first');
  peek.do(...choosing(peek, 'a'));
  expect(lessonToContinue(course, foldAll(peek.log))?.id).toBe('second');
  // Nothing was done anywhere: the lesson that was opened last.
  const opened = play({ lesson: 'second', log: play({ lesson: 'first' }).log });
  expect(lessonToContinue(course, foldAll(opened.log))?.id).toBe('second');
});

test('of several lessons under way, the one answered last is continued after a look at another', () => {
  const third = { ...second, id: 'third', steps: ['four'], checks: ['four'] };
  const log: LogEntry[] = ['first', 'second'].flatMap((lesson, i): LogEntry[] => [
    { k: 'start', lesson, seed: 's', id: `s${i}`, t: 10 * i },
    answer({ id: `a${i}`, t: 10 * i + 1 }, { lesson, check: i === 0 ? 'one' : 'three' }),
    { k: 'at', lesson, step: i === 0 ? 'two' : 'three', id: `t${i}`, t: 10 * i + 2 },
  ]);
  const peek: LogEntry[] = [
    { k: 'start', lesson: 'third', seed: 's', id: 'p', t: 90 },
    { k: 'at', lesson: 'third', step: 'four', id: 'q', t: 91 },
  ];
  const three = { ...course, lessons: [...course.lessons, third] };
  expect(lessonToContinue(three, foldAll([...log, ...peek]))?.id).toBe('second');
});

/** What a learner may have done in the first lesson, also with steps that its author has removed. */
const event: fc.Arbitrary<NewEntry> = fc.oneof(
  fc.constantFrom<NewEntry>(
    { k: 'start', lesson: 'first', seed: 's' },
    { k: 'start', lesson: 'first', seed: 's', only: ['two'] },
    { k: 'start', lesson: 'first', seed: 's', only: ['gone'] },
  ),
  fc
    .constantFrom('read', 'one', 'two', 'gone', 'end')
    .map((step): NewEntry => ({ k: 'at', lesson: 'first', step })),
  fc.constantFrom('one', 'two', 'gone').map(
    (check): NewEntry => ({
      ...{ k: 'answer', lesson: 'first', check, choice: 'a', right: true, try: 1 },
      ...{ lookUps: [], course: '0', offset: 0 },
    }),
  ),
);

test('the number of a started lesson’s step is that of the step at which it opens', () => {
  const events = fc.array(event, { maxLength: 8 });
  fc.assert(
    fc.property(events, (later) => {
      const all: NewEntry[] = [{ k: 'start', lesson: 'first', seed: 's' }, ...later];
      const log = all.map((one, t): LogEntry => ({ ...one, id: `${t}`, t }));
      const { state, step } = lessonStatus(first, foldAll(log));
      const opened = play({ lesson: 'first', log }).scene();
      const isAtStep = state !== 'done' && 'step' in opened;
      expect(step).toBe(isAtStep ? first.steps.indexOf(opened.step.id) + 1 : first.steps.length);
    }),
  );
});

test('the words for a lesson status say what each number counts', () => {
  const words = (progress: Progress): string =>
    lessonStatusText(first, lessonStatus(first, progress));
  expect(words(foldAll([]))).toBe('2 questions, 4 min');
  expect(words(progressAfter('one answer'))).toBe('0 of 1 right so far');
  expect(words(progressAfter('the end'))).toBe('1 of 2 right');
  const closed = { ...first, closedBook: true };
  expect(lessonStatusText(closed, lessonStatus(closed, foldAll([])))).toBe(
    '2 questions, 4 min, closed book',
  );
});

test('the words for remaining work name questions and minutes', () => {
  expect(leftText(course, foldAll([]))).toBe('3 questions left, about 8 minutes');
  expect(leftText(course, progressAfter('the end'))).toBe('1 question left, about 4 minutes');
});
