/** A rule of `check` that an author breaks knowingly, and why. */
export type Waiver = { readonly rule: string; readonly why: string };

/** An error keeps a course from being opened; a warning is for its author alone. */
export type Severity = 'error' | 'warning';

/** A mistake in a course file, with its place from 1. */
export type Problem = {
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
};
