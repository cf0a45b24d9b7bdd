import type { Problem } from '../course/problem.js';
import { type CourseFile, type Path, problemAt, quoted } from './course-file.js';
import type { CourseDraft, DraftLesson } from './draft.js';
import { doubles } from './ids.js';
import type { Located, LocatedList } from './listing.js';

/**
 * Compares the list of lessons with the files of the folder. Each lesson needs one entry and one file, and its id must
 * match the file name.
 */
export function lessonListProblems(draft: CourseDraft): Problem[] {
  const { course, files, listed, lessons } = draft;
  const present = new Set(files.map(({ name }) => name.replace(/\.ya?ml$/, '')));
  const faulty = faultyPlaces(draft);
  const missing = listed.ids.filter(
    ({ value, path }) => !present.has(value) && !faulty.has(JSON.stringify(path)),
  );
  const twice = doubles('lesson', [listed]);
  const renamed = lessons.flatMap((lesson) => renamedProblem(lesson, listed, missing));
  const isRenamed = (id: unknown): boolean => renamed.some((one) => one.id === id);
  return [
    ...twice,
    ...renamed.map(({ problem }) => problem),
    ...missing
      .filter(({ value }) => !isRenamed(value))
      .map(({ value, path }) => missingFile(course, value, path)),
    ...lessons
      .filter(({ value }) => !isRenamed(value.id))
      .flatMap((lesson) => lessonFileProblems(lesson, listed, twice.length > 0)),
  ];
}

/** The places in course.yaml that have a fault of their own. */
const faultyPlaces = ({ course, faults }: CourseDraft): ReadonlySet<string> =>
  new Set(
    faults
      .filter(({ file }) => file === course)
      .flatMap((found) => found.faults.map(({ path }) => JSON.stringify(path))),
  );

const missingFile = (course: CourseFile, id: string, path: Path): Problem =>
  problemAt(course, {
    path,
    rule: 'missing-file',
    message: `there is no file ${quoted(`${id}.yaml`)} for this lesson: write it, or take the lesson out`,
  });

/** A lesson that is listed with its id, but whose file has another name. */
function renamedProblem(
  { id, file, value }: DraftLesson,
  { ids }: LocatedList<string>,
  missing: readonly Located<string>[],
): { readonly id: string; readonly problem: Problem }[] {
  const meant = missing.find((one) => one.value === value.id)?.value;
  if (meant === undefined || ids.some((one) => one.value === id)) return [];
  const message = `course.yaml and the id in this file say ${quoted(meant)}: rename the file to ${quoted(`${meant}.yaml`)}`;
  return [{ id: meant, problem: problemAt(file, { path: ['id'], rule: 'file-name', message }) }];
}

/** @param hasDoubles whether a lesson is listed twice: perhaps in the place of this one */
function lessonFileProblems(
  { id, file, value }: DraftLesson,
  listed: LocatedList<string>,
  hasDoubles: boolean,
): Problem[] {
  const isListed = !listed.known || hasDoubles || listed.ids.some(({ value }) => value === id);
  const unlisted = `course.yaml does not list this lesson: write ${quoted(id)} under 'lessons' there, or delete this file`;
  const misnamed = `the id of this lesson is not the name of its file: write ${quoted(`id: ${id}`)}`;
  return [
    ...(isListed ? [] : [problemAt(file, { path: [], rule: 'unlisted-file', message: unlisted })]),
    ...(typeof value.id === 'string' && value.id !== id
      ? [problemAt(file, { path: ['id'], rule: 'lesson-id', message: misnamed })]
      : []),
  ];
}
