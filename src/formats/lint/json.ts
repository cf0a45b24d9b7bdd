import type { Problem } from '../../core/course/problem.js';
import type { LintReport } from '../../core/lint/lint-course.js';

/** A report with the way to its files. */
export type NamedReport = {
  readonly report: LintReport;
  readonly called: (file: string) => string;
};

/**
 * The contract of `check --json`, version 1. Of bots `chance` is how many would be right by chance, `p` how likely as
 * many or more are. Several courses stand in one list; a bot then stands once for each.
 */
export const lintJson = (reports: readonly NamedReport[]): string =>
  JSON.stringify({
    version: 1,
    problems: reports.flatMap(({ report, called }) =>
      report.problems.map((problem) => placed(problem, called)),
    ),
    waived: reports.flatMap(({ report, called }) =>
      report.waived.map((one) => ({ ...placed(one, called), why: one.why })),
    ),
    bots: reports.flatMap(({ report }) =>
      report.bots.map(({ name, correct, of, chance, p }) => ({ name, correct, of, chance, p })),
    ),
  });

const placed = (
  { file, line, column, severity, rule, message }: Problem,
  called: NamedReport['called'],
) => ({ file: called(file), line, column, severity, rule, message });
