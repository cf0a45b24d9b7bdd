import { isRecord } from '../json-shape.js';
import type { CourseFile, Fault } from './course-file.js';
import { type LocatedList, locatedList } from './listing.js';
import { COURSE_FILE, FIXED_FILES } from './schema/files.js';
import type { ClaimValue } from './schema/ledger.js';
import { type LessonValue, lessonSchema, type StepValue } from './schema/lesson.js';
import type { PassageValue, SentenceValue } from './schema/passages.js';
import type { SourceValue } from './schema/sources.js';
import { shapeFaults } from './shape-errors.js';

export const ENDING = '.yaml';

/** The usable parts of a lesson file. */
export type DraftLesson = {
  /** The id according to the file name. */
  readonly id: string;
  readonly file: CourseFile;
  readonly value: Partial<LessonValue>;
  readonly steps: LocatedList<StepValue>;
};

/** The usable parts of the files of a course, each value with its path. */
export type CourseDraft = {
  readonly files: readonly CourseFile[];
  /** The faults in the shape of each file. */
  readonly faults: readonly { readonly file: CourseFile; readonly faults: readonly Fault[] }[];
  readonly course: CourseFile;
  /** The ids of lessons in `course.yaml`. */
  readonly listed: LocatedList<string>;
  readonly sources: LocatedList<SourceValue>;
  readonly claims: LocatedList<ClaimValue>;
  readonly passages: LocatedList<PassageValue>;
  /** The sentences of each passage. */
  readonly sentences: readonly LocatedList<SentenceValue>[];
  readonly lessons: readonly DraftLesson[];
};

export function courseDraftOf(files: readonly CourseFile[]): CourseDraft {
  const faults = files
    .filter((file) => file.value !== undefined && hasOurEnding(file))
    .map((file) => ({ file, faults: shapeFaults(schemaOf(file), file.value) }));
  const faultsOf = (name: string): readonly Fault[] =>
    faults.find(({ file }) => file.name === name)?.faults ?? [];
  const list = <T>(name: string, field: string, ids: readonly string[]) =>
    locatedList<T>(fileNamed(files, name), [field], faultsOf(name), ids);
  const passages = list<PassageValue>('passages.yaml', 'passages', ['id']);
  return {
    files,
    faults,
    course: fileNamed(files, COURSE_FILE),
    listed: list<string>(COURSE_FILE, 'lessons', []),
    sources: list<SourceValue>('sources.yaml', 'sources', ['id']),
    claims: list<ClaimValue>('ledger.yaml', 'claims', ['id']),
    passages,
    sentences: Array.from({ length: passages.length }, (_, i) =>
      locatedList<SentenceValue>(
        passages.file,
        ['passages', i, 'sentences'],
        faultsOf('passages.yaml'),
        ['id'],
      ),
    ),
    lessons: files
      .filter((file) => !isFixed(file) && hasOurEnding(file))
      .map((file) => draftLesson(file, faultsOf(file.name))),
  };
}

const draftLesson = (file: CourseFile, faults: readonly Fault[]): DraftLesson => ({
  id: file.name.slice(0, -ENDING.length),
  file,
  value: isRecord(file.value) ? file.value : {},
  steps: locatedList(file, ['steps'], faults, ['check', 'reading', 'sort']),
});

/** The file with this name; without a value if it is missing. */
export const fileNamed = (files: readonly CourseFile[], name: string): CourseFile =>
  files.find((file) => file.name === name) ?? { name, locate: () => ({ line: 1, column: 1 }) };

const isFixed = ({ name }: CourseFile): boolean => Object.hasOwn(FIXED_FILES, name);

/** The schema of a file, by its name. */
export const schemaOf = ({ name }: Pick<CourseFile, 'name'>) =>
  Object.hasOwn(FIXED_FILES, name) ? FIXED_FILES[name as keyof typeof FIXED_FILES] : lessonSchema;

/** A file that ends in .yml is a problem, because the program would ignore it without a word. */
export const hasOurEnding = ({ name }: CourseFile): boolean => name.endsWith(ENDING);
