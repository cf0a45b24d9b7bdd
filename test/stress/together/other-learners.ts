import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { checksOf } from '../../../src/core/course/lesson.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { exportText } from '../../../src/core/log/export-file.js';
import { attemptAt, stampsFrom } from '../../support/past.js';
import { isAnswer } from '../answer-log.js';
import { drillAnswers, reviewOf } from '../history.js';
import { COURSE, lessons } from '../shipped-course.js';

/** Others learned in the last minutes, so that their entries come between those of the programs under test. */
const MINUTES = 5;

/** Another learner's progress as an export. Its answers are in no other log. */
export type OtherLearner = {
  readonly file: string;
  readonly entries: readonly LogEntry[];
  readonly answers: number;
};

export const otherLearners = (folder: string, count: number): OtherLearner[] =>
  Array.from({ length: count }, (_, n) => {
    const entries = entriesOfLearner(n);
    const file = path.join(folder, `other-${n}.json`);
    writeFileSync(file, exportText(COURSE, entries));
    return { file, entries, answers: entries.filter(isAnswer).length };
  });

function entriesOfLearner(n: number): LogEntry[] {
  const lesson = lessons[n % lessons.length];
  if (!lesson) throw new Error('the course has no lessons');
  const stamp = stampsFrom(Date.now() - MINUTES * 60_000, `other-${n}-`);
  return [
    ...attemptAt(lesson, stamp),
    ...drillAnswers(20, stamp),
    ...checksOf(lesson).map((check) => reviewOf(check, true, stamp)),
  ];
}
