import { quoted } from '../../course-files/course-file.js';
import type { CourseDraft, DraftLesson } from '../../course-files/draft.js';
import type { Located } from '../../course-files/listing.js';
import type { LessonValue, StepValue } from '../../course-files/schema/lesson.js';
import { isRecord } from '../../json-shape.js';
import { placedChecksAt } from '../placed-checks.js';
import type { ShownText } from '../rule.js';
import { isTooLong } from '../too-long.js';

/** The lessons in the order of the course. A lesson that the course does not list comes last. */
export function lessonsInOrder({ listed, lessons }: CourseDraft): DraftLesson[] {
  const order = listed.items.map(({ value }) => value);
  const rank = ({ id }: DraftLesson): number =>
    order.includes(id) ? order.indexOf(id) : order.length;
  return [...lessons].sort((a, b) => rank(a) - rank(b));
}

/**
 * What learners read before each step of a lesson, apart from passages and questions: titles, goals, cues, examples and
 * feedback. A closed-book lesson also has those of the lessons before it.
 * @returns a function of a step, which gives a function so that no list is kept for each question
 */
export function shownBefore(
  draft: CourseDraft,
  lesson: DraftLesson,
  before: readonly DraftLesson[],
): (step: Located<StepValue>) => () => ShownText[] {
  const isClosedBook = lesson.value.closedBook === true;
  const texts = isClosedBook ? before.flatMap((other) => shownIn(draft, other)) : [];
  texts.push(...headOf(lesson));
  const counts = new Map<Located<StepValue>, number>();
  for (const step of lesson.steps.items) {
    counts.set(step, texts.length);
    texts.push(...shownAt(draft, step));
  }
  return (step) => () => texts.slice(0, counts.get(step));
}

/** All of a lesson, for a later lesson. Its heads announce other questions. */
const shownIn = (draft: CourseDraft, lesson: DraftLesson): ShownText[] =>
  [...headOf(lesson), ...lesson.steps.items.flatMap((step) => shownAt(draft, step))].map(
    ({ place, text }) => ({ place: `${place} in the lesson ${quoted(lesson.id)}`, text }),
  );

function headOf({ value }: DraftLesson): ShownText[] {
  const { title, goal, soFar, example }: Partial<Record<keyof LessonValue, unknown>> = value;
  const { sentence, says } = isRecord(example) ? example : {};
  return [
    ...shown('the title', title, true),
    ...shown('the goal', goal, true),
    ...shown("'soFar'", soFar),
    ...shown('the example', sentence),
    ...shown('the example', says),
  ];
}

const shown = (place: string, text: unknown, isHead = false): ShownText[] =>
  typeof text === 'string' && !isTooLong(text) ? [{ place, text, ...(isHead && { isHead }) }] : [];

/** What a reading asks to look for, or the feedback of a question. Several headings of a row share its feedback. */
function shownAt(draft: CourseDraft, step: Located<StepValue>): ShownText[] {
  const { value } = step;
  if ('reading' in value)
    return shown(`'lookFor' of ${quoted(value.reading)}`, value.lookFor, true);
  if (isTooLong(value)) return [];
  return placedChecksAt(draft, step).flatMap(({ value: { check, choices } }) =>
    [...new Set(choices.map(({ feedback }) => feedback))].flatMap((text) =>
      shown(`the feedback of ${quoted(check)}`, text),
    ),
  );
}
