import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Lesson } from '../../src/core/course/course.js';
import { checksOf } from '../../src/core/course/lesson.js';
import type { Answer, LogEntry, Stamp } from '../../src/core/log/entry.js';
import { lessonOf } from './learner.js';

export const DAY = 24 * 3_600_000;

/** The ids of the checks that were answered wrong, and of those answered with certainty. */
type Attempt = { readonly wrong?: readonly string[]; readonly surely?: readonly string[] };

/** Stamps a second apart. Each id is the name with the time. */
export function stampsFrom(begin: number, name: string): () => Stamp {
  let t = begin;
  return () => {
    t += 1000;
    return { id: `${name}${t}`, t };
  };
}

/** The entries of an attempt at a lesson that has come to a step, or to its end. */
export const attemptUpTo = (
  step: string,
  lesson: string,
  answers: readonly Answer[] = [],
  stamp = stampsFrom(0, lesson),
): LogEntry[] => [
  { ...stamp(), k: 'start', lesson, seed: 'past' },
  ...answers.map((answer) => ({ ...stamp(), ...answer, lesson })),
  { ...stamp(), k: 'at', lesson, step },
];

/** The entries of one complete attempt at a lesson. */
export function attemptAt(
  lesson: Lesson,
  stamp: () => Stamp,
  { wrong = [], surely = [] }: Attempt = {},
): LogEntry[] {
  const answers = checksOf(lesson).map(
    (check): Answer => ({
      k: 'answer',
      lesson: lesson.id,
      check: check.id,
      choice: wrong.includes(check.id)
        ? (check.choices.find((one) => one.id !== check.key)?.id ?? '')
        : check.key,
      right: !wrong.includes(check.id),
      try: 1,
      lookUps: [],
      ...(surely.includes(check.id) && { certainty: 'certain' as const }),
      course: '0',
      offset: 0,
    }),
  );
  return attemptUpTo('end', lesson.id, answers, stamp);
}

/** Writes the log of a learner who went through lessons some days ago. Replaces a log that is there. */
export function wentThrough(
  data: string,
  lessons: readonly string[],
  { daysAgo = 10, ...attempt }: Attempt & { readonly daysAgo?: number } = {},
): void {
  const stamp = stampsFrom(Date.now() - daysAgo * DAY, 'past');
  writeLog(
    data,
    lessons.flatMap((id) => attemptAt(lessonOf(id), stamp, attempt)),
  );
}

/** Writes the log of a learner who has just come to a step of a lesson. Replaces a log that is there. */
export function cameTo(data: string, lesson: string, step: string): void {
  writeLog(data, attemptUpTo(step, lesson, [], stampsFrom(Date.now() - DAY, 'past')));
}

function writeLog(data: string, entries: readonly LogEntry[]): void {
  const folder = path.join(data, 'claude-contract');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'answers-1.jsonl'),
    entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  );
}
