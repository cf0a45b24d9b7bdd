import { courseSchema } from './course.js';
import { ledgerSchema } from './ledger.js';
import { passagesSchema } from './passages.js';
import { sourcesSchema } from './sources.js';

export const COURSE_FILE = 'course.yaml';

/** The files that every course has. Each other file is a lesson, and its name is the id of the lesson. */
export const FIXED_FILES = {
  [COURSE_FILE]: courseSchema,
  'sources.yaml': sourcesSchema,
  'passages.yaml': passagesSchema,
  'ledger.yaml': ledgerSchema,
} as const;
