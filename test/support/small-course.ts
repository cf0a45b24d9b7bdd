import type { Check, CourseIndex, Lesson } from '../../src/core/course/course.js';
import type { CourseMaterial } from '../../src/core/course/ledger.js';
import { readingsIn } from '../../src/core/course/lesson.js';
import type { Problem } from '../../src/core/course/problem.js';

/** An invented course of two lessons, the second with closed book. */
const check = (id: string, key = 'a'): Check => ({
  kind: 'check',
  id,
  stem: `Who said ${id}?`,
  skill: 'attribution',
  claims: [`claim-${id}`],
  evidence: ['p1s1'],
  truth: `The mayor said ${id}.`,
  key,
  choices: ['a', 'b', 'c'].map((choice) => ({
    id: choice,
    text: `Choice ${choice}`,
    feedback: `About ${choice}.`,
    ...(choice !== key && { misreading: 'wrong-source' as const, names: 'warden' }),
  })),
});

const lesson = (id: string, body: Lesson['body'], closedBook = false): Lesson => ({
  id,
  title: `Lesson ${id}`,
  goal: 'To tell voices apart.',
  minutes: 4,
  closedBook,
  steps: body.map((step) => step.id),
  checks: body.filter((step) => step.kind === 'check').map((step) => step.id),
  readings: readingsIn(body),
  body,
});

export const first = lesson('first', [
  { kind: 'reading', id: 'read', passages: ['p1'] },
  check('one'),
  check('two', 'b'),
]);

export const second = lesson('second', [check('three', 'c')], true);

export const lessons: readonly Lesson[] = [first, second];

export const course: CourseIndex = {
  format: 1,
  id: 'bridge',
  title: 'The bridge',
  language: 'en',
  about: ['A story made up for a test.'],
  hash: '0123abcd',
  words: 'a1b2c3',
  hasDrill: false,
  lessons,
};

export const material: CourseMaterial = {
  sources: [
    {
      id: 'mayor',
      name: 'The mayor',
      type: 'person',
      naming: 'described',
      role: 'mayor',
      side: 'The town',
    },
    {
      id: 'warden',
      name: 'Ada Holm',
      type: 'person',
      naming: 'named',
      role: 'warden of the bridge',
      side: 'none',
    },
  ],
  claims: ['one', 'two', 'three', 'four'].map((id) => ({
    id: `claim-${id}`,
    source: 'warden',
    kind: 'statement' as const,
    presupposed: false,
    content: `Ada Holm said ${id}.`,
    channel: { basis: 'not-stated' as const },
    when: { basis: 'not-stated' as const },
    sentence: 'p1s1',
    ...(id === 'three' && { alike: 'group' }),
    ...(id === 'four' && { alike: 'group' }),
  })),
  passages: [
    {
      id: 'p1',
      paragraph: 1,
      section: 'The bridge',
      sentences: [
        { id: 'p1s1', text: 'The mayor spoke of the bridge.' },
        { id: 'p1s2', text: 'The warden did not.' },
      ],
    },
    { id: 'p2', paragraph: 2, sentences: [{ id: 'p2s1', text: 'Nobody spoke on Sunday.' }] },
  ],
};

/** A problem in its files. */
export const PROBLEM: Problem = {
  severity: 'error',
  file: 'first.yaml',
  line: 3,
  column: 5,
  rule: 'unknown-field',
  message: 'there is no such field',
};
