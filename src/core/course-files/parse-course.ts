import { type Course, FORMATS } from '../course/course.js';
import { courseHash } from '../course/fingerprint.js';
import type { Problem } from '../course/problem.js';
import { hasDrill } from '../drill/drill.js';
import { isRecord } from '../json-shape.js';
import { listed } from '../text/english.js';
import { foldedText, hiddenCharacter } from '../text/sanitize.js';
import { type CourseFile, type Path, problemAt, quoted } from './course-file.js';
import { type CourseDraft, courseDraftOf, ENDING, fileNamed, hasOurEnding } from './draft.js';
import { lessonListProblems } from './lesson-file-errors.js';
import { emptiedFault } from './mistakes/cut-texts.js';
import { referenceProblems } from './references.js';
import { type CourseValue, VERSION } from './schema/course.js';
import { COURSE_FILE, FIXED_FILES } from './schema/files.js';
import type { ClaimValue } from './schema/ledger.js';
import type { LessonValue } from './schema/lesson.js';
import type { PassageValue } from './schema/passages.js';
import type { SourceValue } from './schema/sources.js';
import { lessonOf } from './steps/build-step.js';

export type Parsed =
  | { readonly course: Course }
  | { readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Makes a course from the files of a folder. If they have problems, returns all problems instead, sorted by file and place.
 * @param files all YAML files of the folder; a file that could not be read has no value
 * @param unread why such files could not be read
 */
export function parseCourse(files: readonly CourseFile[], unread: readonly Problem[] = []): Parsed {
  const [first, ...rest] = courseProblems(files, unread);
  return first ? { problems: [first, ...rest] } : { course: courseOf(files) };
}

/** All problems that stop a course from opening, sorted by file and place. See `parseCourse`. */
export function courseProblems(
  files: readonly CourseFile[],
  unread: readonly Problem[],
): readonly Problem[] {
  const newer = newerFormat(files);
  return newer ? [newer] : [...unread, ...problemsOf(courseDraftOf(files))].sort(inOrder);
}

function newerFormat(files: readonly CourseFile[]): Problem | undefined {
  const course = fileNamed(files, COURSE_FILE);
  const format = isRecord(course.value) ? course.value.format : undefined;
  if (typeof format !== 'number' || format <= Math.max(...FORMATS)) return undefined;
  const { needs } = course.value as { readonly needs?: unknown };
  const version =
    typeof needs === 'string' && VERSION.test(needs)
      ? `on-the-record ${needs} or newer`
      : 'a newer version of on-the-record';
  const message = `this course has format ${format}, and this program reads formats ${listed(FORMATS)}: install ${version}`;
  return problemAt(course, { path: ['format'], rule: 'newer-format', message });
}

function problemsOf(draft: CourseDraft): Problem[] {
  const { files, faults } = draft;
  return [
    ...missingFiles(files),
    ...files.filter((file) => !hasOurEnding(file)).map(misnamedFile),
    ...faults.flatMap(({ file, faults: found }) =>
      found.map((fault) => problemAt(file, emptiedFault(file, fault))),
    ),
    ...files.flatMap(hiddenCharacters),
    ...lessonListProblems(draft),
    ...referenceProblems(draft),
  ];
}

/** Compares two problems by file, then by line and column. */
export const inOrder = (a: Problem, b: Problem): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;

const misnamedFile = (file: CourseFile): Problem =>
  problemAt(file, {
    path: [],
    rule: 'file-name',
    message: `the files of a course end in ${ENDING}: rename this one to ${quoted(yamlName(file))}, or delete it`,
  });

/** The name with the ending that it should have. */
const yamlName = ({ name }: CourseFile): string => name.replace(/\.yml$/, ENDING);

const missingFiles = (files: readonly CourseFile[]): Problem[] =>
  Object.keys(FIXED_FILES)
    .filter((name) => !files.some((file) => file.name === name || yamlName(file) === name))
    .map((name) =>
      problemAt(fileNamed(files, name), {
        path: [],
        rule: 'missing-file',
        message: `there is no file '${name}' in the folder, and every course has one: write it`,
      }),
    );

/** Invisible characters in the texts of a file. They hide content or break a terminal. */
function hiddenCharacters(file: CourseFile): Problem[] {
  return textsIn(file.value, []).flatMap(({ text, path }) => {
    const index = hiddenCharacter(text);
    if (index < 0) return [];
    const code = (text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const message = `there is an invisible character (U+${code}) in this text: take it out`;
    return [problemAt(file, { path, rule: 'hidden-character', message })];
  });
}

type LocatedText = { readonly text: string; readonly path: Path };

function textsIn(value: unknown, path: Path): LocatedText[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, [...path, i]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, field]) => [
    ...(hiddenCharacter(name) < 0 ? [] : [{ text: name, path: [...path, name] }]),
    ...textsIn(field, [...path, name]),
  ]);
}

/** The files must have no problems: then every value has the type of its schema. */
function courseOf(files: readonly CourseFile[]): Course {
  const contentOf = <T>(name: string): T => folded(fileNamed(files, name).value) as T;
  const { lessons: ids, needs: _, ...facts } = contentOf<CourseValue>(COURSE_FILE);
  const { claims } = contentOf<{ claims: ClaimValue[] }>('ledger.yaml');
  const material = {
    ...contentOf<{ sources: SourceValue[] }>('sources.yaml'),
    claims: claims.map((claim) => ({ ...claim, presupposed: claim.presupposed ?? false })),
    ...contentOf<{ passages: PassageValue[] }>('passages.yaml'),
  };
  const lessons = ids.map((id) => lessonOf(contentOf<LessonValue>(`${id}.yaml`), material));
  return {
    index: {
      ...facts,
      hash: courseHash(lessons),
      hasDrill: hasDrill(material),
      lessons: lessons.map(({ body: _b, soFar: _s, ...outline }) => outline),
    },
    material,
    lessons,
  };
}

/** Applies `foldedText` to every text in the value. */
export function folded(value: unknown): unknown {
  if (typeof value === 'string') return foldedText(value);
  if (Array.isArray(value)) return value.map(folded);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, folded(field)]));
}
