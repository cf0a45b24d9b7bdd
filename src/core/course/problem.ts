/** A lint rule that an author breaks on purpose, and why. */
export type Waiver = { readonly rule: string; readonly why: string };

/** A course with an error does not open; a warning is only for the author. */
export type Severity = 'error' | 'warning';

/** A problem in a course file. Lines and columns count from 1. */
export type Problem = {
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  /** What is wrong and how to fix it. */
  readonly message: string;
};
