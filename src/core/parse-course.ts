import { type Course, FORMAT, type Lesson, type Problem, type Step } from './course.js';
import { type CourseFile, type Fault, isRecord, problemAt } from './course-file.js';
import { listing } from './course-listing.js';
import { lessonListProblems, referenceProblems } from './course-references.js';
import {
  type ClaimValue,
  COURSE_FILE,
  type CourseValue,
  FIXED_FILES,
  type LessonValue,
  lessonSchema,
  type PassageValue,
  type SentenceValue,
  type SourceValue,
} from './course-schema.js';
import { shapeFaults } from './course-shape.js';
import { hashHex } from './hash.js';
import { foldedText, hiddenCharacter } from './plain-text.js';

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
  const [first, ...rest] = [...unread, ...problemsOf(files)].sort(inOrder);
  return first ? { problems: [first, ...rest] } : { course: courseOf(files) };
}

const fileNamed = (files: readonly CourseFile[], name: string): CourseFile =>
  files.find((file) => file.name === name) ?? { name, locate: () => ({ line: 1, column: 1 }) };

function newerFormat(files: readonly CourseFile[]): Problem | undefined {
  const course = fileNamed(files, COURSE_FILE);
  const format = isRecord(course.value) ? course.value.format : undefined;
  if (typeof format !== 'number' || format <= FORMAT) return undefined;
  const message = `this course is of format ${format}, and this program reads format ${FORMAT}: update on-the-record`;
  return problemAt(course, { path: ['format'], rule: 'newer-format', message });
}

function problemsOf(files: readonly CourseFile[]): Problem[] {
  const checked = files
    .filter((file) => file.value !== undefined && hasOurEnding(file))
    .map((file) => ({ file, faults: shapeFaults(schemaOf(file), file.value) }));
  const faultsOf = (name: string): readonly Fault[] =>
    checked.find(({ file }) => file.name === name)?.faults ?? [];
  const list = <T>(name: string, field: string, ids: readonly string[]) =>
    listing<T>(fileNamed(files, name), [field], faultsOf(name), ids);
  const passages = list<PassageValue>('passages.yaml', 'passages', ['id']);
  return [
    ...missingFiles(files),
    ...files.filter((file) => !hasOurEnding(file)).map(misnamedFile),
    ...checked.flatMap(({ file, faults }) => faults.map((fault) => problemAt(file, fault))),
    ...files.flatMap(hiddenCharacters),
    ...lessonListProblems(
      fileNamed(files, COURSE_FILE),
      list<string>(COURSE_FILE, 'lessons', []),
      lessonFiles(files),
    ),
    ...referenceProblems({
      sources: list<SourceValue>('sources.yaml', 'sources', ['id']),
      claims: list<ClaimValue>('ledger.yaml', 'claims', ['id']),
      passages,
      sentences: Array.from({ length: passages.length }, (_, i) =>
        listing<SentenceValue>(
          passages.file,
          ['passages', i, 'sentences'],
          faultsOf('passages.yaml'),
          ['id'],
        ),
      ),
      lessons: checked.filter(({ file }) => !isFixed(file)),
    }),
  ];
}

const inOrder = (a: Problem, b: Problem): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;

const isFixed = ({ name }: CourseFile): boolean => Object.hasOwn(FIXED_FILES, name);

const schemaOf = ({ name }: CourseFile) =>
  Object.hasOwn(FIXED_FILES, name) ? FIXED_FILES[name as keyof typeof FIXED_FILES] : lessonSchema;

const ENDING = '.yaml';

/** Files that end in .yml are told of, since an author would wonder why nothing comes of them. */
const hasOurEnding = ({ name }: CourseFile): boolean => name.endsWith(ENDING);

const misnamedFile = (file: CourseFile): Problem =>
  problemAt(file, {
    path: [],
    rule: 'file-name',
    message: `the files of a course end in ${ENDING}: rename this one, or delete it`,
  });

const idOfFile = ({ name }: CourseFile): string => name.slice(0, -ENDING.length);

const lessonFiles = (files: readonly CourseFile[]) =>
  files
    .filter((file) => !isFixed(file) && hasOurEnding(file))
    .map((file) => ({
      id: idOfFile(file),
      file,
      value: (isRecord(file.value) ? file.value : {}) as Partial<LessonValue>,
    }));

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

type Found = { readonly text: string; readonly path: readonly (string | number)[] };

function textsIn(value: unknown, path: Found['path']): Found[] {
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
  return {
    index: {
      ...facts,
      hash: courseHash(lessons),
      lessons: lessons.map(({ body: _, ...one }) => one),
    },
    record: {
      ...contentOf<{ sources: SourceValue[] }>('sources.yaml'),
      claims: claims.map((claim) => ({ ...claim, presupposed: claim.presupposed ?? false })),
      ...contentOf<{ passages: PassageValue[] }>('passages.yaml'),
    },
    lessons,
  };
}

/** Every text through the gate. */
function folded(value: unknown): unknown {
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

/** Of the ids, the order and the keys, not of the texts: a mended typo leaves it as it is. */
const courseHash = (lessons: readonly Lesson[]): string =>
  hashHex(
    JSON.stringify(
      lessons.map(({ id, body }) => [
        id,
        body.map((step) =>
          step.kind === 'check' ? [step.id, step.key, step.choices.map((one) => one.id)] : step.id,
        ),
      ]),
    ),
  );
