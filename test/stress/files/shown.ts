import type { Course } from '../../../src/core/course/course.js';
import type { Problem } from '../../../src/core/course/problem.js';
import { openCourse } from '../../../src/io/course/open-course.js';
import { hiddenIn } from '../../support/hostile-characters.js';
import type { Beginning } from '../../support/session-in-memory.js';
import { ADA, BEN, handoutHarms, resultOf, roomHarms, roomOf } from './room-harm.js';
import { everyCheckWrong } from './sample-logs.js';
import { type Extent, errorsPageText, everyText } from './walkthrough.js';

/** @returns the harm that a session would do, in lines or on screen */
export const sessionHarms = (course: Course, beginning: Beginning, extent?: Extent): string[] =>
  [...new Set(everyText(course, beginning, extent))].flatMap((text) => {
    const harm = hiddenIn(text);
    return harm === undefined ? [] : `session: ${harm}`;
  });

/** @returns the harm that a course would do wherever it is shown: to a newcomer, to who knows it, and on paper */
export const courseHarms = (course: Course, extent: Extent): string[] => {
  const { title } = course.index;
  const newcomer = { log: [], other: { id: 'other', title, comesAfter: false } };
  return [
    ...sessionHarms(course, newcomer, extent),
    ...sessionHarms(course, { log: everyCheckWrong(course) }, { steps: 6 }),
    ...paperHarms(course),
  ];
};

/** @returns the harm that the report of a room of two, and the exercise on paper, would do */
export function paperHarms(course: Course): string[] {
  const open = openCourse(course);
  const room = roomOf(open);
  const files = [ADA, BEN].map((who) => ({
    where: `${who.name}.json`,
    text: resultOf(open, room, who),
  }));
  return [...roomHarms(open, room, files).harms, ...handoutHarms(open, room)];
}

/** @returns the harm that the page of a course's errors would do to its author */
export const errorsPageHarm = (course: Course, problems: readonly Problem[]): string | undefined =>
  hiddenIn(errorsPageText(course, problems));
