import type { Severity } from '../course/problem.js';
import type { CourseFile, Fault } from '../course-files/course-file.js';

/** What a rule finds: a fault, with the file it is in. An item that allows the rule takes it away again. */
export type Finding = Fault & { readonly file: CourseFile; readonly severity: Severity };
