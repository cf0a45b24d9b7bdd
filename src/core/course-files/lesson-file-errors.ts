import type { Problem } from '../course/problem.js';
import { nearest } from '../text/nearest-word.js';
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
  const unlisted = lessons.filter(({ id }) => !listed.ids.some(({ value }) => value === id));
  const meant = (id: string): string | undefined =>
    nearest(
      id,
      unlisted.map((lesson) => lesson.id),
    );
  const mistyped = new Set(missing.map(({ value }) => meant(value)));
  return [
    ...twice,
    ...renamed.map(({ problem }) => problem),
    ...missing
      .filter(({ value }) => !isRenamed(value))
      .map(({ value, path }) => missingFile(course, value, path, meant(value))),
    ...lessons
      .filter(({ value }) => !isRenamed(value.id))
      .flatMap((lesson) =>
        lessonFileProblems(lesson, listed, twice.length > 0 || mistyped.has(lesson.id)),
      ),
  ];
}

/** The places in course.yaml that have a fault of their own. */
const faultyPlaces = ({ course, faults }: CourseDraft): ReadonlySet<string> =>
  new Set(
    faults
      .filter(({ file }) => file === course)
      .flatMap((found) => found.faults.map(({ path }) => JSON.stringify(path))),
  );

/** @param meant a file with nearly this name that is not listed */
const missingFile = (course: CourseFile, id: string, path: Path, meant?: string): Problem =>
  problemAt(course, {
    path,
    rule: 'missing-file',
    message: `there is no file ${quoted(`${id}.yaml`)} for this lesson: ${meant ? `did you mean ${quoted(meant)}?` : 'write it, or take the lesson out'}`,
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

/** @param isMeant whether an entry can be meant for this lesson: one that is there twice, or has nearly its name */
function lessonFileProblems(
  { id, file, value }: DraftLesson,
  listed: LocatedList<string>,
  isMeant: boolean,
): Problem[] {
  const isListed = !listed.known || isMeant || listed.ids.some(({ value }) => value === id);
  const unlisted = `course.yaml does not list this lesson: write ${quoted(id)} under 'lessons' there, or delete this file`;
  const misnamed = `the id of this lesson is not the name of its file: write ${quoted(`id: ${id}`)}`;
  return [
    ...(isListed ? [] : [problemAt(file, { path: [], rule: 'unlisted-file', message: unlisted })]),
    ...(typeof value.id === 'string' && value.id !== id
      ? [problemAt(file, { path: ['id'], rule: 'lesson-id', message: misnamed })]
      : []),
  ];
}
