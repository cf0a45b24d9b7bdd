import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const DAY = 86_400_000;

/** A log as somebody leaves it who has answered every check once and has come back to them again and again. */
export function writeYears(data, { id: course, hash, lessons }, { answers }) {
  const checks = lessons.flatMap((lesson) =>
    lesson.checks.map((check) => ({ lesson: lesson.id, check })),
  );
  const began = Date.now() - 365 * DAY;
  const gap = (364 * DAY) / answers;
  let count = 0;
  const stamp = () => {
    count += 1;
    return { t: Math.floor(began + count * gap), id: `bench${count}` };
  };
  const given = (n) => ({ choice: 'x', right: n % 4 !== 0, course: hash, offset: 60 });
  const lines = lessons.flatMap((lesson) => [
    { k: 'start', lesson: lesson.id, seed: 'bench', ...stamp() },
    ...lesson.checks.map((check, n) => ({
      k: 'answer',
      lesson: lesson.id,
      check,
      try: 1,
      lookUps: [],
      ...given(n),
      ...stamp(),
    })),
    { k: 'at', lesson: lesson.id, step: 'end', ...stamp() },
  ]);
  for (let n = checks.length; n < answers; n++)
    lines.push({ k: 'review', check: checks[n % checks.length].check, ...given(n), ...stamp() });
  const folder = path.join(data, course);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'answers-1.jsonl'),
    lines.map((line) => `\n${JSON.stringify(line)}\n`).join(''),
  );
}
