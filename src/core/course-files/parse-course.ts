import { type Course, FORMATS } from '../course/course.js';
import { courseHash, wordsHash } from '../course/fingerprint.js';
import { checksOf } from '../course/lesson.js';
import type { Problem } from '../course/problem.js';
import { hasDrill } from '../drill/drill.js';
import { isRecord } from '../json-shape.js';
import { isAskedFromMemory } from '../review/from-memory.js';
import { checksOfSameClaim } from '../review/same-claim.js';
import { listed } from '../text/english.js';
import { foldedText, hiddenCharacter } from '../text/sanitize.js';
import { type CourseFile, type Path, problemAt, quoted } from './course-file.js';
import { type CourseDraft, courseDraftOf, ENDING, fileNamed, hasOurEnding } from './draft.js';
import { lessonListProblems } from './lesson-file-errors.js';
import type { LocatedList } from './listing.js';
import { emptiedFault } from './mistakes/cut-texts.js';
import { namedSource } from './named-source.js';
import { referenceProblems } from './references.js';
import { type CourseValue, VERSION } from './schema/course.js';
import { FIXED_FILES } from './schema/files.js';
import type { WrittenLesson } from './schema/lesson.js';
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
  const draft = courseDraftOf(files);
  const [first, ...rest] = courseProblems(draft, unread);
  return first ? { problems: [first, ...rest] } : { course: courseOf(draft) };
}

/** All problems that stop a course from opening, sorted by file and place. See `parseCourse`. */
export function courseProblems(draft: CourseDraft, unread: readonly Problem[]): readonly Problem[] {
  const newer = newerFormat(draft);
  return newer ? [newer] : [...unread, ...problemsOf(draft)].sort(inOrder);
}

function newerFormat({ course }: CourseDraft): Problem | undefined {
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
      found.map((fault) =>
        problemAt(file, emptiedFault(file, namedSource(draft.sources.file, file, fault))),
      ),
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
export function courseOf(draft: CourseDraft): Course {
  const { lessons: ids, needs: _, ...facts } = folded(draft.course.value) as CourseValue;
  const material = {
    sources: itemsOf(draft.sources),
    claims: itemsOf(draft.claims).map((claim) => ({ presupposed: false, ...claim })),
    passages: itemsOf(draft.passages),
  };
  const lessons = ids
    .flatMap((id) => draft.lessons.find((lesson) => lesson.id === id) ?? [])
    .map(({ value, steps }) =>
      lessonOf({ ...(folded(value) as WrittenLesson), steps: itemsOf(steps) }, material),
    );
  const reviewed = lessons.flatMap(checksOf).filter(isAskedFromMemory);
  const sameClaim = checksOfSameClaim(reviewed, material.claims);
  return {
    index: {
      ...facts,
      hash: courseHash(lessons),
      words: wordsHash({ index: facts, material, lessons }),
      hasDrill: hasDrill(material),
      ...(sameClaim.length > 0 && { sameClaim }),
      lessons: lessons.map(({ body: _b, soFar: _s, ...outline }) => outline),
    },
    material,
    lessons,
  };
}

const itemsOf = <T>({ items }: LocatedList<T>): T[] =>
  folded(items.map(({ value }) => value)) as T[];

/** Applies `foldedText` to every text in the value. */
export function folded(value: unknown): unknown {
  if (typeof value === 'string') return foldedText(value);
  if (Array.isArray(value)) return value.map(folded);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, folded(field)]));
}
