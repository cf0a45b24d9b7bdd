import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readCourseParts, writeCourseParts } from '../scripts/course-parts.mjs';

const CHECKS_A_LESSON = 40;

/**
 * A compiled course of so many checks, made of the shipped one's under new ids.
 * @returns its id
 */
export function writeMadeCourse(courses, id, checks) {
  const shipped = readCourseParts(path.join(courses, 'claude-contract'));
  const index = shipped.get('index');
  const ownChecks = index.lessons.flatMap((lesson) =>
    shipped.get(`lesson-${lesson.id}`).body.filter(({ kind }) => kind === 'check'),
  );
  const lessons = Array.from({ length: Math.ceil(checks / CHECKS_A_LESSON) }, (_, n) =>
    lessonOf(n, index.lessons[n % index.lessons.length], ownChecks, checks),
  );
  const outlines = lessons.map(({ body: _, ...outline }) => outline);
  const into = path.join(courses, id);
  mkdirSync(into, { recursive: true });
  writeCourseParts(into, [
    ['index', { ...index, id, title: 'A made course', lessons: outlines }],
    ['record', shipped.get('record')],
    ...lessons.map((lesson) => [`lesson-${lesson.id}`, lesson]),
  ]);
  return id;
}

function lessonOf(n, like, shipped, checks) {
  const count = Math.min(CHECKS_A_LESSON, checks - n * CHECKS_A_LESSON);
  const body = Array.from({ length: count }, (_, i) => {
    const at = n * CHECKS_A_LESSON + i;
    return { ...shipped[at % shipped.length], id: `check-${at}` };
  });
  const ids = body.map(({ id }) => id);
  return {
    ...like,
    id: `lesson-${n}`,
    title: `${like.title} (${n + 1})`,
    closedBook: false,
    steps: ids,
    checks: ids,
    body,
  };
}
