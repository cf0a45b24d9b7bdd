import { CERTAINTIES } from '../../../src/core/certainty.js';
import type { CourseRecord } from '../../../src/core/course.js';
import { collect } from '../../../src/core/workshop/collect.js';
import { exerciseChecks, exerciseHash, type Room } from '../../../src/core/workshop/exercise.js';
import { handInOf, shownHandIn } from '../../../src/core/workshop/hand-in-code.js';
import type { Person } from '../../../src/core/workshop/person.js';
import { readHandedIn } from '../../../src/core/workshop/read-handed-in.js';
import type { ResultAnswer } from '../../../src/core/workshop/result.js';
import {
  anonymous,
  type CheckReport,
  type RoomReport,
  roomReport,
} from '../../../src/core/workshop/room-report.js';
import { handoutKeyText, handoutText } from '../../../src/formats/handout.js';
import { roomCsv } from '../../../src/formats/room-csv.js';
import { roomHtml } from '../../../src/formats/room-html.js';
import { roomJson } from '../../../src/formats/room-json.js';
import type { OpenCourse } from '../../../src/io/open-course.js';
import { layOut } from '../../../src/plain/block.js';
import { roomBlocks } from '../../../src/plain/room-report.js';
import { slidePage } from '../../../src/ui/pages/slide.js';
import { harmInCsv, harmInHtml, hiddenIn } from '../../support/hostile-characters.js';
import { resultFileText } from '../../workshop/result-file.js';
import { roomFor } from '../../workshop/shipped-course.js';
import { namedHarms } from './harms.js';
import { wrongChoice } from './sample-logs.js';

export const ADA: Person = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };
export const BEN: Person = { id: '1Q5TR4J44J6E', name: 'Ben', named: true };

/** A room that does every lesson of a course. */
export const roomOf = (course: OpenCourse): Room =>
  roomFor(course, ...course.index.lessons.map(({ id }) => id));

/** An answer to each check with all that an answer can have. Every second one is wrong. */
const answersOf = (course: OpenCourse, room: Room): ResultAnswer[] =>
  exerciseChecks(room.lessons.map(course.lesson)).map(({ check }, i) => ({
    check: check.id,
    choice: i % 2 === 0 ? check.key : wrongChoice(check),
    certainty: CERTAINTIES[i % CERTAINTIES.length] ?? 'guess',
    lookUps: ['passages'],
  }));

/** The text of a result file. */
export const resultOf = (course: OpenCourse, room: Room, person: Person): string =>
  resultFileText(course, room, {
    course: course.index.id,
    exercise: exerciseHash(room.lessons.map(course.lesson)),
    code: room.code,
    lessons: room.lessons,
    person,
    saved: 2,
    isHandedIn: true,
    answers: answersOf(course, room),
  });

/** The same as a line of a text file: a name and a code that was read aloud. */
export function codeLineOf(course: OpenCourse, room: Room, person: Person): string {
  const chosen = new Map(answersOf(course, room).map(({ check, choice }) => [check, choice]));
  return `${person.name}: ${shownHandIn(handInOf(course, { room, person }, chosen))}`;
}

/** A file that was handed in. */
export type HandedIn = { readonly where: string; readonly text: string };

/** @returns how many results were read, how many people are counted, and the harm that the room's report would do */
export function roomHarms(course: OpenCourse, room: Room, files: readonly HandedIn[]) {
  const found = files.flatMap(({ where, text }) => readHandedIn(course, where, text));
  const report = roomReport(course, collect(course, found, room.code));
  return {
    read: found.filter((one) => !('refused' in one)).length,
    counted: report.people.length,
    harms: [report, anonymous(report)].flatMap((one) => reportHarms(one, course.record(), room)),
  };
}

const reportHarms = (report: RoomReport, record: CourseRecord, { code }: Room): string[] =>
  namedHarms({
    text: hiddenIn(layOut(roomBlocks(report, record), 80)),
    html: harmInHtml(roomHtml(report, record)),
    csv: harmInCsv(roomCsv(report)),
    json: hiddenIn(roomJson(report)),
    slides: hiddenIn(report.checks.map((one) => slidesText(one, record, code)).join('\n')),
  });

function slidesText(report: CheckReport, record: CourseRecord, seed: string): string {
  const pages = [false, true].map((isTold) =>
    slidePage({ report, record, seed }, { at: 0, of: 1, isTold }, 72),
  );
  return pages
    .flatMap(({ title, before }) => [
      title,
      ...before.flatMap(({ spans }) => spans.map(({ text }) => text)),
    ])
    .join('\n');
}

/** @returns the harm that the exercise on paper would do */
export function handoutHarms(course: OpenCourse, room: Room): string[] {
  const handout = { course, record: course.record(), room, seed: room.code };
  return namedHarms({
    handout: hiddenIn(handoutText(handout)),
    'handout key': hiddenIn(handoutKeyText(handout)),
  });
}
