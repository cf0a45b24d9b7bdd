import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const DAY = 86_400_000;

/** The log of one course in a data folder. */
const logFile = (data, course) => path.join(data, course, 'answers-1.jsonl');

/** The number of entries in the log of a course. */
export const countEntries = (data, course) =>
  readFileSync(logFile(data, course), 'utf8').split('\n').filter(Boolean).length;

/**
 * Writes the log of a learner who answered each check once and then reviewed them for a year. One answer in four is
 * wrong.
 * @param data the data folder
 * @param index the index of the course
 * @param answers number of answers, at least one for each check
 */
export function writeAnswerLog(data, { id: course, hash, lessons }, answers) {
  const start = Date.now() - 365 * DAY;
  const gap = (364 * DAY) / answers;
  let count = 0;
  const stamp = () => {
    count += 1;
    return { t: Math.floor(start + count * gap), id: `bench${count}` };
  };
  const answer = (n) => ({ choice: 'x', right: n % 4 !== 0, course: hash, offset: 60 });
  const first = (lesson, check, n) => ({
    ...{ k: 'answer', lesson, check, try: 1, lookUps: [] },
    ...answer(n),
    ...stamp(),
  });
  const entries = lessons.flatMap(({ id: lesson, checks }) => [
    { k: 'start', lesson, seed: 'bench', ...stamp() },
    ...checks.map((check, n) => first(lesson, check, n)),
    { k: 'at', lesson, step: 'end', ...stamp() },
  ]);
  const checks = lessons.flatMap((lesson) => lesson.checks);
  for (let n = checks.length; n < answers; n++)
    entries.push({ k: 'review', check: checks[n % checks.length], ...answer(n), ...stamp() });
  mkdirSync(path.join(data, course), { recursive: true });
  const lines = entries.map((entry) => `\n${JSON.stringify(entry)}\n`);
  writeFileSync(logFile(data, course), lines.join(''));
}
