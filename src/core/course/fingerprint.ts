import { hash32, hashHex, hexOf } from '../hash.js';
import { isRecord } from '../json-shape.js';
import type { Course, CourseIndex, Lesson, Step } from './course.js';

/**
 * Hashes ids, order and keys, not texts: fixing a typo keeps the hash.
 * @returns 8 hexadecimal digits
 */
export const courseHash = (lessons: readonly Lesson[]): string =>
  hashHex(
    JSON.stringify(
      lessons.map(({ id, body }) => [
        id,
        body.map((step) =>
          step.kind === 'board' ? [step.id, step.rows.map(factsOf)] : factsOf(step),
        ),
      ]),
    ),
  );

const factsOf = (step: Step) =>
  step.kind === 'check' ? [step.id, step.key, step.choices.map((choice) => choice.id)] : step.id;

/** What a learner reads of a course. */
type Words = Pick<Course, 'material' | 'lessons'> & {
  readonly index: Pick<CourseIndex, 'title' | 'about'>;
};

/**
 * Hashes everything that a learner reads, with its ids: any other word gives another hash. What only authors read does
 * not count.
 * @returns 6 hexadecimal digits
 */
export function wordsHash({ index: { title, about }, material, lessons }: Words): string {
  const read = lessons.map(({ title: name, goal, minutes, habit, soFar, body }) =>
    sorted({ name, goal, minutes, habit, soFar, body }),
  );
  const text = JSON.stringify([title, about, sorted(material), read]);
  return hexOf(hash32(text)).slice(0, 6);
}

/** The value without authors' waivers and reasons, and with its fields in one order, however the files order them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const fields = Object.entries(value).filter(([name]) => !FOR_AUTHORS.includes(name));
  return fields
    .map(([name, field]) => [name, sorted(field)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const FOR_AUTHORS = ['allow', 'exercise', 'why'];
