import type { Severity } from '../course/problem.js';
import type { CourseFile, Fault } from '../course-files/course-file.js';

/** A fault that a rule found, with its file. A waiver can remove it. */
export type Finding = Fault & { readonly file: CourseFile; readonly severity: Severity };
