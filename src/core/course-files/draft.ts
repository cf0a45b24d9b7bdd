import { isRecord } from '../json-shape.js';
import { type CourseFile, type Fault, quoted } from './course-file.js';
import { type LocatedList, locatedList } from './listing.js';
import { COURSE_FILE, FIXED_FILES } from './schema/files.js';
import type { ClaimValue, WrittenClaim } from './schema/ledger.js';
import {
  lessonSchema,
  type StepValue,
  type WrittenLesson,
  type WrittenStep,
} from './schema/lesson.js';
import type { PassageValue, SentenceValue, WrittenPassage } from './schema/passages.js';
import type { SourceValue } from './schema/sources.js';
import { shapeFaults } from './shape-errors.js';
import { faultsOfFormat1, isWrongFormat } from './short-form/format-1.js';
import { ledgerOf } from './short-form/proof.js';
import {
  claimsWrittenOut,
  type Derivation,
  passagesWrittenOut,
  stepsWrittenOut,
} from './short-form/written-out.js';
import { TODO } from './todo/todo.js';

export const ENDING = '.yaml';

/** The usable parts of a lesson file. */
export type DraftLesson = {
  /** The id according to the file name. */
  readonly id: string;
  readonly file: CourseFile;
  /** As its author wrote it. */
  readonly value: Partial<WrittenLesson>;
  readonly steps: LocatedList<StepValue>;
};

/** The usable parts of the files of a course, each value with its path. What authors need not write is written out. */
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

/** @param judged changes the faults of a file, given its value: see `authorFaults` */
export function courseDraftOf(
  files: readonly CourseFile[],
  judged = (faults: readonly Fault[], _value: unknown): readonly Fault[] => faults,
): CourseDraft {
  const course = fileNamed(files, COURSE_FILE);
  const read = files.filter((file) => file.value !== undefined && hasOurEnding(file));
  const missing =
    isRecord(course.value) && course.value.format === 1 ? faultsOfFormat1(read) : undefined;
  const isFormat1 = missing !== undefined && !missing.get(course)?.some(isWrongFormat);
  const faults = read.map((file) => ({
    file,
    faults: judged(faultsIn(file, missing?.get(file)), file.value),
  }));
  const faultsOf = (name: string): readonly Fault[] =>
    faults.find(({ file }) => file.name === name)?.faults ?? [];
  const list = <T>(name: string, field: string, ids: readonly string[]) =>
    locatedList<T>(fileNamed(files, name), [field], faultsOf(name), ids);
  const passages = passagesWrittenOut(list<WrittenPassage>('passages.yaml', 'passages', ['id']));
  const sentences = Array.from({ length: passages.length }, (_, i) =>
    locatedList<SentenceValue>(
      passages.file,
      ['passages', i, 'sentences'],
      faultsOf('passages.yaml'),
      ['id'],
    ),
  );
  const sources = list<SourceValue>('sources.yaml', 'sources', ['id']);
  const claims = claimsWrittenOut(list<WrittenClaim>('ledger.yaml', 'claims', ['id']), sources);
  const derivation = {
    ledger: ledgerOf(claims, sentenceFinder(passages, sentences)),
    language: languageOf(course),
    isFormat1,
  };
  return {
    files,
    faults,
    course,
    listed: list<string>(COURSE_FILE, 'lessons', []),
    sources,
    claims,
    passages,
    sentences,
    lessons: files
      .filter((file) => !isFixed(file) && hasOurEnding(file))
      .map((file) => draftLesson(file, faultsOf(file.name), derivation)),
  };
}

const faultsIn = (file: CourseFile, missing?: readonly Fault[]): Fault[] =>
  shapeFaults(schemaOf(file), file.value, missing).map((fault) => inItsStyle(fault, file));

/** The parser gives the same value for the rest of a text in braces and for a line of its own. Only the place differs. */
function inItsStyle({ restOf, ...fault }: Fault, { locate }: CourseFile): Fault {
  if (restOf === undefined) return fault;
  const [rest, field] = [locate(fault.path), locate([...fault.path.slice(0, -1), restOf])];
  if (rest.line === field.line || rest.column !== field.column) return fault;
  const message = `there is no field ${quoted(String(fault.path.at(-1)))} here: if the text of '${restOf}' goes on here, put it in quotation marks and indent this line more`;
  return { ...fault, message };
}

/** Whether the course has a sentence with an id. If its sentences could not be read, it may have it. */
function sentenceFinder(
  passages: LocatedList<PassageValue>,
  sentences: readonly LocatedList<SentenceValue>[],
): (id: string) => boolean {
  const isKnown = passages.known && sentences.every(({ known }) => known);
  const ids = new Set(sentences.flatMap((list) => list.ids.map(({ value }) => value)));
  return (id) => !isKnown || ids.has(id);
}

/** The language tag of the course, or `und` (undetermined): without a tag, no English is assumed. */
export function languageOf({ value }: CourseFile): string {
  const tag = isRecord(value) ? value.language : undefined;
  return typeof tag === 'string' ? tag : 'und';
}

const draftLesson = (
  file: CourseFile,
  faults: readonly Fault[],
  derivation: Derivation,
): DraftLesson => ({
  id: file.name.slice(0, -ENDING.length),
  file,
  value: isRecord(file.value) ? withoutTodos(file.value, faults) : {},
  steps: stepsWrittenOut(
    locatedList<WrittenStep>(file, ['steps'], faults, ['check', 'reading', 'sort']),
    derivation,
  ),
});

/** The fields of a lesson in which nothing is still to do. */
function withoutTodos(
  value: Readonly<Record<string, unknown>>,
  faults: readonly Fault[],
): Readonly<Record<string, unknown>> {
  const toDo = new Set(faults.flatMap(({ rule, path }) => (rule === TODO ? path.slice(0, 1) : [])));
  return Object.fromEntries(Object.entries(value).filter(([name]) => !toDo.has(name)));
}

/** The file with this name; without a value if it is missing. */
export const fileNamed = (files: readonly CourseFile[], name: string): CourseFile =>
  files.find((file) => file.name === name) ?? { name, locate: () => ({ line: 1, column: 1 }) };

export const isFixed = ({ name }: CourseFile): boolean => Object.hasOwn(FIXED_FILES, name);

/** The schema of a file, by its name. */
export const schemaOf = ({ name }: Pick<CourseFile, 'name'>) =>
  Object.hasOwn(FIXED_FILES, name) ? FIXED_FILES[name as keyof typeof FIXED_FILES] : lessonSchema;

/** A file that ends in .yml is a problem, because the program would ignore it without a word. */
export const hasOurEnding = ({ name }: CourseFile): boolean => name.endsWith(ENDING);
