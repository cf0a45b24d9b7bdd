import type { Problem } from '../../course/problem.js';
import type { CourseFile } from '../course-file.js';
import type { CourseDraft, DraftLesson } from '../draft.js';
import { type Ids, reference, type Sentences } from '../ids.js';
import type { Located, LocatedList } from '../listing.js';
import type { StepValue } from '../schema/lesson.js';
import { boardProblems } from './board-errors.js';
import { checkProblems } from './check-errors.js';
import { exampleProblems } from './example-errors.js';
import { decidingWordsProblems, inTextProblems } from './in-text-errors.js';
import type { StepSurroundings } from './surroundings.js';

/** Problems in the example and the steps of a lesson. */
export function lessonProblems(
  lesson: DraftLesson,
  lists: CourseDraft,
  sentences: Sentences,
): Problem[] {
  const { file, steps, value } = lesson;
  const closedBook = value.closedBook === true;
  return [
    ...exampleProblems(lesson, stepIds(lesson)),
    ...steps.items.flatMap((step) => {
      const reading = readingBefore(step, steps, lists);
      return stepProblems(file, step, {
        lists,
        sentences,
        closedBook,
        ...(reading && { reading }),
      });
    }),
  ];
}

function stepProblems(
  file: CourseFile,
  step: Located<StepValue>,
  around: StepSurroundings,
): Problem[] {
  const { value, path } = step;
  const { lists, sentences } = around;
  if ('reading' in value)
    return value.passages.flatMap((id, i) =>
      reference(file, 'passage', id, [...path, 'passages', i], lists.passages),
    );
  if ('sort' in value) return boardProblems(file, { value, path }, around);
  return [
    ...checkProblems(file, { value, path }, lists, sentences),
    ...inTextProblems(file, { value, path }, around),
    ...decidingWordsProblems(file, { value, path }, around),
  ];
}

function readingBefore(
  step: Located<StepValue>,
  { items }: LocatedList<StepValue>,
  { passages, sentences }: CourseDraft,
): StepSurroundings['reading'] {
  const before = items.slice(0, items.indexOf(step));
  const at = before.findLastIndex(({ value }) => 'reading' in value);
  const reading = before[at];
  // A step with faults in its shape is not among the items, and may be a reading.
  if (before.length - 1 - at < positionOf(step) - 1 - positionOf(reading)) return 'unknown';
  if (!reading || !('reading' in reading.value)) return undefined;
  const { reading: id, passages: shown } = reading.value;
  const wanted = passages.ids.filter(({ value }) => shown.includes(value));
  return {
    id,
    passages: shown,
    sentences: wanted.flatMap(({ path }) =>
      (sentences[Number(path[1])]?.ids ?? []).map(({ value }) => value),
    ),
  };
}

/** The position of a step in its file, from 0. */
const positionOf = (step: Located<unknown> | undefined): number => Number(step?.path.at(-1) ?? -1);

/** The ids of all steps and rows of a lesson. */
export function stepIds({ file, steps }: DraftLesson): Ids {
  const rows = steps.items.flatMap(({ value: step, path }) =>
    'sort' in step
      ? step.rows.map(({ id }, i) => ({ value: id, path: [...path, 'rows', i, 'id'] }))
      : [],
  );
  return { file, known: steps.known, ids: [...steps.ids, ...rows] };
}
