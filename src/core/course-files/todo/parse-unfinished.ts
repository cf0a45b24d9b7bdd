import type { Problem } from '../../course/problem.js';
import { isRecord } from '../../json-shape.js';
import type { CourseFile } from '../course-file.js';
import { courseDraftOf } from '../draft.js';
import { courseOf, courseProblems, type Parsed } from '../parse-course.js';
import { COURSE_FILE } from '../schema/files.js';
import { type FaultyPlace, withoutFaults } from './leave-out.js';
import { type FaultReason, type PassedOver, passedOver } from './passed-over.js';
import { authorFaults, TODO, withPlainTodos } from './todo.js';

/** A course, and a warning for each step that it lacks; or problems. */
export type ParsedPart = Parsed & { readonly notShown?: readonly Problem[] };

/**
 * Makes a course from files in which values are still to do. A text to write is shown as it is; a part that cannot be
 * shown yet is left out, and so is what refers to it. Returns problems if there are others than values to do.
 * @param unread see `parseCourse`
 */
export function parseUnfinished(
  files: readonly CourseFile[],
  unread: readonly Problem[],
): ParsedPart {
  const problems = courseProblems(courseDraftOf(files, authorFaults), unread);
  const others = problems.filter(({ rule }) => rule !== TODO);
  const left = passedOver();
  const part = others.length > 0 ? undefined : finishedPart(files.map(withPlainTodos), left);
  if (part) return { course: courseOf(courseDraftOf(part)), notShown: left.problems(files) };
  const [first, ...rest] = others.length > 0 ? others : problems;
  if (!first) throw new Error('a course without problems is finished');
  return { problems: [first, ...rest] };
}

/** Each round leaves out what refers to the parts that the round before left out: a claim, its check, their lesson. */
const MOST_ROUNDS = 20;

/** Returns undefined if faults remain. @param left is called with what is left out */
function finishedPart(
  files: readonly CourseFile[],
  left: PassedOver,
): readonly CourseFile[] | undefined {
  let part = files;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const faulty = faultyPlaces(part).filter((place) => !isEmptyList(place));
    if (faulty.length === 0) return part;
    for (const place of faulty) left.add(place);
    part = withoutFaults(part, faulty);
  }
  return undefined;
}

/** A course without lessons can be shown, although nobody can learn with it. */
const isEmptyList = ({ file, path }: FaultyPlace): boolean =>
  file.name === COURSE_FILE && path.join() === 'lessons' && listOfLessons(file).length === 0;

const listOfLessons = ({ value }: CourseFile): readonly unknown[] =>
  isRecord(value) && Array.isArray(value.lessons) ? value.lessons : [undefined];

/** Problems name a line. This numbers the paths, and takes the numbers for lines. */
function faultyPlaces(files: readonly CourseFile[]): FaultReason[] {
  const places: FaultyPlace[] = [];
  const numbered = files.map((file) => ({
    ...file,
    locate: (path: FaultyPlace['path']) => ({ line: places.push({ file, path }), column: 1 }),
  }));
  return courseProblems(courseDraftOf(numbered), []).flatMap(({ line, message }) => {
    const place = places[line - 1];
    return place ? [{ ...place, message }] : [];
  });
}
