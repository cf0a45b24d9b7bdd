import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadTool } from '../load-tool.mjs';
import { checksOf, rightAnswer, rounds, stampsFrom, wentThrough } from './past.mjs';
import { COURSE, isAnswer, lessons, record } from './program.mjs';

/** More than anyone has done in the last of it: an import lies amid what others do, and not before all of it. */
const MINUTES = 5;

/** Exports of others, none of whose answers is anywhere else. */
export async function otherLearners(folder, count) {
  const { exportText } = await loadTool('src/core/log/export-file.ts');
  return Array.from({ length: count }, (_, n) => {
    const entries = learned(lessons[n % lessons.length], `other-${n}-`);
    const file = path.join(folder, `other-${n}.json`);
    writeFileSync(file, exportText(COURSE, entries));
    return { file, entries, answers: entries.filter(isAnswer).length };
  });
}

function learned(lesson, name) {
  const stamp = stampsFrom(Date.now() - MINUTES * 60_000, name);
  return [
    ...wentThrough(lesson, stamp),
    ...rounds(20, record, stamp),
    ...checksOf(lesson).map((check) => ({ k: 'review', ...rightAnswer(check), ...stamp() })),
  ];
}
