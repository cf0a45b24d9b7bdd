import { EXAMPLE } from '../../course/lesson.js';
import type { Problem } from '../../course/problem.js';
import { isRecord } from '../../json-shape.js';
import { type CourseFile, problemAt } from '../course-file.js';
import type { CourseDraft, DraftLesson } from '../draft.js';
import { type Ids, reference, type Sentences } from '../ids.js';
import type { Located } from '../listing.js';
import type { StepValue } from '../schema/lesson.js';
import { boardProblems } from './board-errors.js';
import { checkProblems } from './check-errors.js';
import { decidingWordsProblems, inTextProblems } from './in-text-errors.js';
import type { Surroundings } from './surroundings.js';

/** Problems in the steps of a lesson, and what only format 2 has. */
export function lessonProblems(
  lesson: DraftLesson,
  lists: CourseDraft,
  sentences: Sentences,
): Problem[] {
  const { file, steps, value } = lesson;
  const closedBook = value.closedBook === true;
  return [
    ...formatProblems(lesson, lists),
    ...exampleProblems(lesson),
    ...steps.items.flatMap((step) => {
      const read = sentencesReadBefore(step, steps.items, lists);
      return stepProblems(file, step, { lists, sentences, read, closedBook });
    }),
  ];
}

function stepProblems(file: CourseFile, step: Located<StepValue>, around: Surroundings): Problem[] {
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
    ...decidingWordsProblems(file, { value, path }, sentences),
  ];
}

/** The sentences of the reading just before a step. */
function sentencesReadBefore(
  step: Located<StepValue>,
  steps: readonly Located<StepValue>[],
  { passages }: CourseDraft,
): string[] | undefined {
  const reading = steps.slice(0, steps.indexOf(step)).findLast(({ value }) => 'reading' in value);
  if (!reading || !('reading' in reading.value)) return undefined;
  const shown = reading.value.passages;
  return passages.items
    .filter(({ value }) => shown.includes(value.id))
    .flatMap(({ value }) => value.sentences.map(({ id }) => id));
}

/** Fields of a lesson that need format 2. */
const NEW_FIELDS = ['example', 'habit', 'soFar'] as const;

function formatProblems({ file, value, steps }: DraftLesson, { course }: CourseDraft): Problem[] {
  if (!isRecord(course.value) || course.value.format !== 1) return [];
  const fields = NEW_FIELDS.filter((field) => Object.hasOwn(value, field)).map((field) => [field]);
  const isNew = ({ value: step }: Located<StepValue>): boolean =>
    'sort' in step ||
    ('check' in step &&
      (step.words !== undefined || step.choices.some(({ text }) => text === undefined)));
  const places = [...fields, ...steps.items.filter(isNew).map(({ path }) => path)];
  const message = "this needs format 2: write 'format: 2' in course.yaml";
  return places.map((path) => problemAt(file, { path, rule: 'needs-format-2', message }));
}

/** The example of a lesson is a step, too. */
const exampleProblems = (lesson: DraftLesson): Problem[] =>
  Object.hasOwn(lesson.value, 'example')
    ? stepIds(lesson)
        .ids.filter(({ value }) => value === EXAMPLE)
        .map(({ path }) =>
          problemAt(lesson.file, {
            path,
            rule: 'reserved-id',
            message: `'${EXAMPLE}' is the name of the lesson's example: give this step another id`,
          }),
        )
    : [];

/** The ids of all steps and rows of a lesson. */
export function stepIds({ file, steps }: DraftLesson): Ids {
  const rows = steps.items.flatMap(({ value: step, path }) =>
    'sort' in step
      ? step.rows.map(({ id }, i) => ({ value: id, path: [...path, 'rows', i, 'id'] }))
      : [],
  );
  return { file, known: steps.known, ids: [...steps.ids, ...rows] };
}
