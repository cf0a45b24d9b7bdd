import type { Problem } from '../../core/course/problem.js';
import type { LintReport } from '../../core/lint/lint-course.js';
import type { FileReport } from './of-file.js';

/** A report, and how to write the paths of its files. */
export type NamedReport = {
  readonly report: LintReport | FileReport;
  readonly called: (file: string) => string;
};

/**
 * The contract of `check --json`, version 1. Each list covers all courses, so `bots` has an entry per bot and course.
 * `chance` is the expected number of correct answers by chance; `p` is the probability of at least `correct` by chance.
 * `elsewhere` counts the errors in the other files of a course; it is only there if single files were checked.
 */
export const lintJson = (reports: readonly NamedReport[]): string =>
  JSON.stringify({
    version: 1,
    problems: reports.flatMap(({ report, called }) =>
      report.problems.map((problem) => placed(problem, called)),
    ),
    waived: reports.flatMap(({ report, called }) =>
      report.waived.map((problem) => ({ ...placed(problem, called), why: problem.why })),
    ),
    ...elsewhere(reports),
    bots: reports.flatMap(({ report }) =>
      report.bots.map(({ name, correct, of, chance, p }) => ({ name, correct, of, chance, p })),
    ),
  });

function elsewhere(reports: readonly NamedReport[]): { readonly elsewhere?: number } {
  const counts = reports.flatMap(({ report }) => ('elsewhere' in report ? [report.elsewhere] : []));
  return counts.length === 0 ? {} : { elsewhere: counts.reduce((sum, count) => sum + count, 0) };
}

const placed = (
  { file, line, column, severity, rule, message }: Problem,
  called: NamedReport['called'],
) => ({ file: called(file), line, column, severity, rule, message });
