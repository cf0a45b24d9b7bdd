import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CHECKS_A_LESSON = 40;

/**
 * A compiled course of so many checks, made of the shipped one's under new ids.
 * @returns its id
 */
export function writeMadeCourse(courses, id, checks) {
  const from = path.join(courses, 'claude-contract');
  const read = (name) => JSON.parse(readFileSync(path.join(from, name), 'utf8'));
  const index = read('index.json');
  const shipped = index.lessons.flatMap((lesson) =>
    read(`lesson-${lesson.id}.json`).body.filter(({ kind }) => kind === 'check'),
  );
  const into = path.join(courses, id);
  mkdirSync(into, { recursive: true });
  const write = (name, value) => writeFileSync(path.join(into, name), JSON.stringify(value));
  const lessons = Array.from({ length: Math.ceil(checks / CHECKS_A_LESSON) }, (_, n) =>
    lessonOf(n, index.lessons[n % index.lessons.length], shipped, checks),
  );
  for (const lesson of lessons) write(`lesson-${lesson.id}.json`, lesson);
  write('record.json', read('record.json'));
  const outlines = lessons.map(({ body: _, ...outline }) => outline);
  write('index.json', { ...index, id, title: 'A made course', lessons: outlines });
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
