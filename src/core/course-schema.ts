import * as v from 'valibot';
import { KINDS, MISREADINGS, SKILLS } from './course.js';

/**
 * The shape of each course file. Plain objects without transforms, so that a JSON Schema for editors can be made
 * of them; what one schema cannot say (references, duplicates) is in course-references.ts.
 * The message of a validation is what an author reads behind the field's name.
 */

const id = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'must be an id: lower-case letters, digits and hyphens, at most 64 of them',
  ),
);

const text = v.pipe(v.string(), v.regex(/\S/, 'is empty: write something in it'));

const someText = v.pipe(v.array(text), v.minLength(1, 'is an empty list: give at least one text'));

const someIds = v.pipe(v.array(id), v.minLength(1, 'is an empty list: give at least one id'));

const countFrom1 = v.pipe(
  v.number(),
  v.integer('must be a whole number'),
  v.minValue(1, 'must be 1 or more'),
);

/** A rule of `check` that is knowingly broken here. */
const waiver = v.strictObject({ rule: id, why: text });

const waivers = v.exactOptional(
  v.pipe(v.array(waiver), v.minLength(1, 'is an empty list: give a rule and why, or take it out')),
);

export const courseSchema = v.strictObject({
  format: v.literal(1),
  id,
  title: text,
  language: v.pipe(
    v.string(),
    v.regex(
      /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/,
      'must be a language tag of BCP 47, such as en or pt-BR',
    ),
  ),
  about: someText,
  lessons: v.pipe(v.array(id), v.minLength(1, 'is an empty list: name at least one lesson')),
  allow: waivers,
});

const source = v.strictObject({
  id,
  name: text,
  type: v.picklist(['person', 'organisation', 'narration']),
  naming: v.picklist(['named', 'described', 'anonymous']),
  role: text,
  side: text,
  speaksFor: v.exactOptional(text),
  allow: waivers,
});

const sourcesSchema = v.strictObject({ sources: v.array(source) });

const sentence = v.strictObject({ id, text });

const passage = v.strictObject({
  id,
  paragraph: countFrom1,
  section: v.exactOptional(text),
  sentences: v.pipe(
    v.array(sentence),
    v.minLength(1, 'is an empty list: give at least one sentence'),
  ),
  allow: waivers,
});

const passagesSchema = v.strictObject({ passages: v.array(passage) });

const detail = v.strictObject({
  value: v.exactOptional(text),
  basis: v.picklist(['stated', 'derived', 'not-stated']),
});

const claim = v.strictObject({
  id,
  source: id,
  actor: v.exactOptional(text),
  target: v.exactOptional(text),
  kind: v.picklist(KINDS),
  presupposed: v.exactOptional(v.boolean()),
  content: text,
  channel: detail,
  when: detail,
  condition: v.exactOptional(text),
  hedge: v.exactOptional(text),
  sentence: id,
  alike: v.exactOptional(id),
  exercise: v.exactOptional(v.picklist(['no'])),
  why: v.exactOptional(text),
  allow: waivers,
});

const ledgerSchema = v.strictObject({ claims: v.array(claim) });

export const readingSchema = v.strictObject({
  reading: id,
  passages: someIds,
  lookFor: v.exactOptional(text),
  allow: waivers,
});

const choice = v.strictObject({
  id,
  text,
  feedback: text,
  misreading: v.exactOptional(v.picklist(MISREADINGS)),
  names: v.exactOptional(id),
  open: v.exactOptional(v.boolean()),
});

export const checkSchema = v.strictObject({
  check: id,
  stem: text,
  skill: v.picklist(SKILLS),
  claims: v.array(id),
  evidence: someIds,
  truth: text,
  hint: v.exactOptional(text),
  key: id,
  choices: v.pipe(
    v.array(choice),
    v.minLength(3, 'are too few: give the key and two or three distractors'),
    v.maxLength(4, 'are too many: give the key and two or three distractors'),
  ),
  ordered: v.exactOptional(v.boolean()),
  allow: waivers,
});

export const lessonSchema = v.strictObject({
  id,
  title: text,
  goal: text,
  minutes: countFrom1,
  closedBook: v.exactOptional(v.boolean()),
  steps: v.pipe(
    v.array(v.union([readingSchema, checkSchema])),
    v.minLength(1, 'is an empty list: give at least one step'),
  ),
  allow: waivers,
});

export type CourseValue = v.InferOutput<typeof courseSchema>;
export type SourceValue = v.InferOutput<typeof source>;
export type SentenceValue = v.InferOutput<typeof sentence>;
export type PassageValue = v.InferOutput<typeof passage>;
export type ClaimValue = v.InferOutput<typeof claim>;
export type ReadingValue = v.InferOutput<typeof readingSchema>;
export type CheckValue = v.InferOutput<typeof checkSchema>;
export type LessonValue = v.InferOutput<typeof lessonSchema>;

export const COURSE_FILE = 'course.yaml';

/** The files that every course has. All others are lessons, named by their ids. */
export const FIXED_FILES = {
  [COURSE_FILE]: courseSchema,
  'sources.yaml': sourcesSchema,
  'passages.yaml': passagesSchema,
  'ledger.yaml': ledgerSchema,
} as const;
