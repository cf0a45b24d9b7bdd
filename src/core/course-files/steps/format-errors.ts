import type { Problem } from '../../course/problem.js';
import { isRecord } from '../../json-shape.js';
import { type CourseFile, type Path, problemAt } from '../course-file.js';
import type { CourseDraft, DraftLesson } from '../draft.js';
import type { Located } from '../listing.js';
import type { StepValue } from '../schema/lesson.js';
import { isWrongFormat } from '../short-form/format-1.js';

/** Fields of a lesson that need format 2. */
const NEW_FIELDS = ['example', 'habit', 'soFar'] as const;

type NewPart = { readonly path: Path; readonly name: string };

/** A problem for each part of a course of format 1 that only format 2 has. */
export function formatProblems({ course, faults, sources, lessons }: CourseDraft): Problem[] {
  if (!isRecord(course.value) || course.value.format !== 1) return [];
  if (faults.some((of) => of.file === course && of.faults.some(isWrongFormat))) return [];
  return [
    ...(Object.hasOwn(course.value, 'needs')
      ? [formatProblem(course, { path: ['needs'], name: "'needs'" })]
      : []),
    ...sources.items
      .filter(({ value }) => value.type === 'document')
      .map(({ path }) =>
        formatProblem(sources.file, { path: [...path, 'type'], name: "'type: document'" }),
      ),
    ...lessons.flatMap((lesson) =>
      newParts(lesson).map((part) => formatProblem(lesson.file, part)),
    ),
  ];
}

function formatProblem(file: CourseFile, { path, name }: NewPart): Problem {
  const message = `${name} needs format 2: write 'format: 2' in course.yaml`;
  return problemAt(file, { path, rule: 'needs-format-2', message });
}

const newParts = ({ value, steps }: DraftLesson): NewPart[] => [
  ...NEW_FIELDS.filter((field) => Object.hasOwn(value, field)).map((field) => ({
    path: [field],
    name: `'${field}'`,
  })),
  ...steps.items.flatMap(newPartsOfStep),
];

function newPartsOfStep({ value, path }: Located<StepValue>): NewPart[] {
  if ('sort' in value) return [{ path: [...path, 'sort'], name: 'a sort board' }];
  if (!('check' in value)) return [];
  const inText = value.choices.flatMap((choice, i) =>
    (['sentence', 'words'] as const)
      .filter((field) => choice[field] !== undefined)
      .map((field) => ({ path: [...path, 'choices', i, field], name: 'a choice in the text' })),
  );
  return [
    ...(value.words === undefined ? [] : [{ path: [...path, 'words'], name: "'words'" }]),
    ...inText.slice(0, 1),
  ];
}
