import { countOf, type LintReport } from '../../core/lint/lint-course.js';

/** The part of a report that is about one file of the course. */
export type FileReport = LintReport & {
  /** The number of errors in the other files. With any, not all rules were applied to this one. */
  readonly elsewhere: number;
};

export function reportOfFile(report: LintReport, file: string): FileReport {
  const isHere = (problem: { readonly file: string }): boolean => problem.file === file;
  const others = report.problems.filter((problem) => !isHere(problem));
  return {
    ...report,
    problems: report.problems.filter(isHere),
    waived: report.waived.filter(isHere),
    elsewhere: countOf(others, 'error'),
  };
}
