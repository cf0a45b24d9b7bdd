import type { ReaderFile } from './report.js';

/** The files that have the same answers to the same sheet, in groups of two or more: one may be a copy of another. */
export function sameAnswers<T extends ReaderFile>(files: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const file of files) {
    const { sheet, read } = file;
    if (read.answers.length === 0) continue;
    const chosen = read.answers.map(({ question, choice }) =>
      JSON.stringify([question.wording, choice]),
    );
    const key = JSON.stringify([sheet, ...chosen.sort()]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
