import { type Course, FORMAT, type Lesson, type Step } from '../course/course.js';
import { courseHash } from '../course/fingerprint.js';
import type { Problem } from '../course/problem.js';
import { hasDrill } from '../drill/drill.js';
import { isRecord } from '../json-shape.js';
import { foldedText, hiddenCharacter } from '../text/sanitize.js';
import { type CourseFile, problemAt } from './course-file.js';
import { type CourseDraft, courseDraftOf, ENDING, fileNamed, hasOurEnding } from './draft.js';
import { lessonListProblems } from './lesson-file-errors.js';
import { referenceProblems } from './references.js';
import type { CourseValue } from './schema/course.js';
import { COURSE_FILE, FIXED_FILES } from './schema/files.js';
import type { ClaimValue } from './schema/ledger.js';
import type { LessonValue } from './schema/lesson.js';
import type { PassageValue } from './schema/passages.js';
import type { SourceValue } from './schema/sources.js';

export type Parsed =
  | { readonly course: Course }
  | { readonly problems: readonly [Problem, ...Problem[]] };

/**
 * The course that the files of a folder amount to, or everything that is wrong with them, in the order of the files.
 * @param files all YAML files of the folder; one that could not be read is given without a value
 * @param unread why such files could not be read
 */
export function parseCourse(files: readonly CourseFile[], unread: readonly Problem[] = []): Parsed {
  const newer = newerFormat(files);
  if (newer) return { problems: [newer] };
  const [first, ...rest] = [...unread, ...problemsOf(courseDraftOf(files))].sort(inOrder);
  return first ? { problems: [first, ...rest] } : { course: courseOf(files) };
}

function newerFormat(files: readonly CourseFile[]): Problem | undefined {
  const course = fileNamed(files, COURSE_FILE);
  const format = isRecord(course.value) ? course.value.format : undefined;
  if (typeof format !== 'number' || format <= FORMAT) return undefined;
  const message = `this course is of format ${format}, and this program reads format ${FORMAT}: update on-the-record`;
  return problemAt(course, { path: ['format'], rule: 'newer-format', message });
}

/** What is wrong with the form of a course: all that keeps it from being opened. */
function problemsOf(draft: CourseDraft): Problem[] {
  const { files, faults } = draft;
  return [
    ...missingFiles(files),
    ...files.filter((file) => !hasOurEnding(file)).map(misnamedFile),
    ...faults.flatMap((of) => of.faults.map((fault) => problemAt(of.file, fault))),
    ...files.flatMap(hiddenCharacters),
    ...lessonListProblems(draft.course, draft.listed, draft.lessons),
    ...referenceProblems(draft),
  ];
}

/** By file, then by place. */
export const inOrder = (a: Problem, b: Problem): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;

const misnamedFile = (file: CourseFile): Problem =>
  problemAt(file, {
    path: [],
    rule: 'file-name',
    message: `the files of a course end in ${ENDING}: rename this one, or delete it`,
  });

const missingFiles = (files: readonly CourseFile[]): Problem[] =>
  Object.keys(FIXED_FILES)
    .filter((name) => !files.some((file) => file.name === name))
    .map((name) =>
      problemAt(fileNamed(files, name), {
        path: [],
        rule: 'missing-file',
        message: `a course needs a file '${name}', and there is none in its folder`,
      }),
    );

/** Characters that cannot be seen, in any text of a file: they hide something or break a terminal. */
function hiddenCharacters(file: CourseFile): Problem[] {
  return textsIn(file.value, []).flatMap(({ text, path }) => {
    const at = hiddenCharacter(text);
    if (at < 0) return [];
    const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const message = `there is an invisible character (U+${code}) in this text: take it out`;
    return [problemAt(file, { path, rule: 'hidden-character', message })];
  });
}

type CourseParts = { readonly text: string; readonly path: readonly (string | number)[] };

function textsIn(value: unknown, path: CourseParts['path']): CourseParts[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((one, i) => textsIn(one, [...path, i]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    ...(hiddenCharacter(name) < 0 ? [] : [{ text: name, path: [...path, name] }]),
    ...textsIn(one, [...path, name]),
  ]);
}

/** Of files without problems: so every value is of its schema's type. */
function courseOf(files: readonly CourseFile[]): Course {
  const contentOf = <T>(name: string): T => folded(fileNamed(files, name).value) as T;
  const { lessons: ids, ...facts } = contentOf<CourseValue>(COURSE_FILE);
  const lessons = ids.map((id) => lessonOf(contentOf<LessonValue>(`${id}.yaml`)));
  const { claims } = contentOf<{ claims: ClaimValue[] }>('ledger.yaml');
  const material = {
    ...contentOf<{ sources: SourceValue[] }>('sources.yaml'),
    claims: claims.map((claim) => ({ ...claim, presupposed: claim.presupposed ?? false })),
    ...contentOf<{ passages: PassageValue[] }>('passages.yaml'),
  };
  return {
    index: {
      ...facts,
      hash: courseHash(lessons),
      hasDrill: hasDrill(material),
      lessons: lessons.map(({ body: _, ...one }) => one),
    },
    material,
    lessons,
  };
}

/** Every text through the gate. */
export function folded(value: unknown): unknown {
  if (typeof value === 'string') return foldedText(value);
  if (Array.isArray(value)) return value.map(folded);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, folded(one)]));
}

function lessonOf({ steps, closedBook = false, ...facts }: LessonValue): Lesson {
  const body = steps.map(stepOf);
  const idsOf = (of: readonly Step[]): string[] => of.map(({ id }) => id);
  const checks = idsOf(body.filter(({ kind }) => kind === 'check'));
  return { ...facts, closedBook, steps: idsOf(body), checks, body };
}

function stepOf(step: LessonValue['steps'][number]): Step {
  if ('reading' in step) {
    const { reading, ...rest } = step;
    return { kind: 'reading', id: reading, ...rest };
  }
  const { check, ...rest } = step;
  return { kind: 'check', id: check, ...rest };
}
