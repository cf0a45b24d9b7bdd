import type { CourseMaterial } from '../../../src/core/course/ledger.js';
import { CERTAINTIES } from '../../../src/core/memory/certainty.js';
import { exerciseChecks, exerciseHash } from '../../../src/core/room/exercise.js';
import { handInOf, shownHandIn } from '../../../src/core/room/hand-in-code.js';
import type { Person } from '../../../src/core/room/person.js';
import type { Room } from '../../../src/core/room/room.js';
import { countedSubmissions } from '../../../src/core/room-report/collect.js';
import { readSubmission } from '../../../src/core/room-report/read-submission.js';
import { anonymous, type RoomReport, roomReport } from '../../../src/core/room-report/report.js';
import type { ResultAnswer } from '../../../src/core/room-report/result.js';
import { handoutPage } from '../../../src/formats/handout.js';
import { paperHtml } from '../../../src/formats/handout-html.js';
import { keyPage } from '../../../src/formats/handout-key.js';
import { paperMarkdown } from '../../../src/formats/handout-markdown.js';
import { roomCsv } from '../../../src/formats/room-report/csv.js';
import { roomHtml } from '../../../src/formats/room-report/html.js';
import { roomJson } from '../../../src/formats/room-report/json.js';
import type { OpenCourse } from '../../../src/io/course/open-course.js';
import { layOut } from '../../../src/plain/block.js';
import { roomBlocks } from '../../../src/plain/room-report.js';
import { pageAt } from '../../../src/ui/slides/page-at.js';
import { slideShow } from '../../../src/ui/slides/slide.js';
import { harmInCsv, harmInHtml, hiddenIn } from '../../support/hostile-characters.js';
import { resultFileText } from '../../support/result-file.js';
import { roomFor } from '../../support/shipped-course.js';
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
    feedback: room.feedback,
    person,
    began: 1,
    saved: 2,
    status: 'handed-in',
    isLengthened: false,
    second: [],
    unseen: [],
    answers: answersOf(course, room),
  });

/** The same as a line of a text file: a name and a code that was read aloud. */
export function codeLineOf(course: OpenCourse, room: Room, person: Person): string {
  const chosen = new Map(answersOf(course, room).map(({ check, choice }) => [check, choice]));
  return `${person.name}: ${shownHandIn(handInOf(course, { room, person, status: 'handed-in' }, chosen))}`;
}

/** A file that was handed in. */
export type HandedIn = { readonly where: string; readonly text: string };

/** @returns how many results were read, people counted and files named, and the harm that the room's report would do */
export function roomHarms(course: OpenCourse, room: Room, files: readonly HandedIn[]) {
  const found = files.flatMap(({ where, text }) => readSubmission(course, where, text));
  const report = roomReport(course, countedSubmissions(course, found, room.code));
  return {
    read: found.filter((one) => !('refused' in one)).length,
    counted: report.people.length,
    named: new Set([...report.people, ...report.leftOut].map(({ where }) => where)).size,
    harms: [report, anonymous(report)].flatMap((one) => reportHarms(one, course.material())),
  };
}

const reportHarms = (report: RoomReport, material: CourseMaterial): string[] =>
  namedHarms({
    text: hiddenIn(layOut(roomBlocks(report, material), 80)),
    html: harmInHtml(roomHtml(report, material)),
    csv: harmInCsv(roomCsv(report, material)),
    json: hiddenIn(roomJson(report)),
    slides: hiddenIn(slidesText(report, material)),
  });

/** Every page that the slides can show. */
function slidesText(report: RoomReport, material: CourseMaterial): string {
  const show = slideShow(report, material, { about: [] });
  const pages = [...show.slides.keys(), show.slides.length].flatMap((index) =>
    [false, true].flatMap((isRevealed) =>
      [undefined, { page: 'passage', scroll: 0 } as const].map((cover) =>
        pageAt({ index, isRevealed, scroll: 0, ...(cover && { cover }) }, show, 72),
      ),
    ),
  );
  return pages
    .flatMap(({ title, where, before }) => [
      title,
      where,
      ...before.flatMap(({ spans }) => spans.map(({ text }) => text)),
    ])
    .join('\n');
}

/** @returns the harm that the exercise on paper would do */
export function handoutHarms(course: OpenCourse, room: Room): string[] {
  const handout = { course, material: course.material(), room, seed: room.code };
  return namedHarms({
    handout: hiddenIn(paperMarkdown(handoutPage(handout))),
    'handout key': hiddenIn(paperMarkdown(keyPage(handout))),
    'handout page': harmInHtml(paperHtml(handoutPage(handout))),
    'handout key page': harmInHtml(paperHtml(keyPage(handout))),
  });
}
