import { expect, test } from 'vitest';
import type { Course } from '../../../src/core/course/course.js';
import { courseHash, wordsHash } from '../../../src/core/course/fingerprint.js';
import { course as index, lessons, material } from '../../support/small-course.js';

const course: Course = { index, material, lessons };

/** The course with a text replaced wherever it is. */
const reworded = (from: string, to: string): Course =>
  JSON.parse(JSON.stringify(course).replaceAll(from, to));

test('the fingerprint of the words has six hexadecimal digits', () => {
  expect(wordsHash(course)).toMatch(/^[0-9a-f]{6}$/);
});

test.each([
  ['the title', 'The bridge'],
  ['what the course is about', 'A story made up'],
  ['the title of a lesson', 'Lesson second'],
  ['a stem', 'Who said two?'],
  ['a choice', 'Choice b'],
  ['feedback', 'About c.'],
  ['a sentence of a passage', material.passages[0]?.sentences[0]?.text ?? ''],
  ['the name of a source', material.sources[0]?.name ?? ''],
  ['a claim', material.claims[0]?.content ?? ''],
])('it changes with %s, and the hash of ids and keys does not', (_, text) => {
  const changed = reworded(text, `${text} now`);
  expect(changed).not.toEqual(course);
  expect(wordsHash(changed)).not.toBe(wordsHash(course));
  expect(courseHash(changed.lessons)).toBe(courseHash(lessons));
});

test('it is the same after a change that no learner sees', () => {
  const allow = [{ rule: 'no-question', reason: 'It is a test.' }] as never;
  const allowed = { ...course, lessons: lessons.map((lesson) => ({ ...lesson, allow })) };
  const body = lessons.map((lesson) => ({
    ...lesson,
    body: lesson.body.map((step) => ({ ...step, allow })),
  }));
  const otherOrder = {
    ...material,
    sources: material.sources.map((source) =>
      Object.fromEntries(Object.entries(source).reverse()),
    ) as unknown as Course['material']['sources'],
  };
  for (const same of [allowed, { ...course, lessons: body }, { ...course, material: otherOrder }])
    expect(wordsHash(same)).toBe(wordsHash(course));
});
