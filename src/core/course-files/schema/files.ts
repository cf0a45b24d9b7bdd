import { courseSchema } from './course.js';
import { ledgerSchema } from './ledger.js';
import { passagesSchema } from './passages.js';
import { sourcesSchema } from './sources.js';

export const COURSE_FILE = 'course.yaml';

/** The files that every course has. All others are lessons, named by their ids. */
export const FIXED_FILES = {
  [COURSE_FILE]: courseSchema,
  'sources.yaml': sourcesSchema,
  'passages.yaml': passagesSchema,
  'ledger.yaml': ledgerSchema,
} as const;
