import { loadParts } from './load-parts.mjs';
import { harmInCsv, harmInHtml, hiddenIn } from './signs.mjs';

const MODULES = {
  read: 'src/core/room-report/read-submission.ts',
  collect: 'src/core/room-report/collect.ts',
  report: 'src/core/room-report/report.ts',
  code: 'src/core/room/room-code.ts',
  exercise: 'src/core/room/exercise.ts',
  handIn: 'src/core/room/hand-in-code.ts',
  blocks: 'src/plain/room-report.ts',
  block: 'src/plain/block.ts',
  html: 'src/formats/room-report/html.ts',
  csv: 'src/formats/room-report/csv.ts',
  json: 'src/formats/room-report/json.ts',
  handout: 'src/formats/handout.ts',
  slide: 'src/ui/slides/slide-page.ts',
};

/** What a room hands in, and everything that is made of it. */
export async function rooms() {
  const parts = await loadParts(MODULES);
  return {
    roomOf: (course) => roomOf(parts, course),
    handed: (course, room, who) => handed(parts, course, room, who),
    codeLine: (course, room, who) => codeLine(parts, course, room, who),
    /** @returns what was counted, what was left out, and the harm that the report of it would do */
    harm: (course, room, files) => harmOf(parts, course, room, files),
    handoutHarm: (course, room) => handoutHarm(parts, course, room),
  };
}

const lessonsOf = (course) => ({
  index: course.index,
  lesson: (id) => course.lessons.find((one) => one.id === id),
});

/** A room that does every lesson of a course. */
function roomOf({ code }, course) {
  const lessons = course.index.lessons.map(({ id }) => id);
  const said = { lessons, minutes: 20, feedback: 'now' };
  return { ...said, code: code.makeRoomCode(lessonsOf(course), said, 7) };
}

/** A result file as the program writes it; who is `wrong` chose the last choice that is not right. */
function handed({ exercise }, course, room, { id, name, wrong }) {
  const checks = exercise.exerciseChecks(course.lessons).map(({ check }) => check);
  const answers = checks.map((check, i) => ({
    check: check.id,
    choice: choiceOf(check, wrong),
    certainty: ['guess', 'fairly', 'certain'][i % 3],
    lookUps: ['passages'],
  }));
  return {
    kind: 'on-the-record result',
    version: 1,
    course: { id: course.index.id, title: course.index.title },
    exercise: exercise.exerciseHash(course.lessons),
    ...room,
    person: { id, name, named: true },
    began: 1,
    saved: 2,
    handedIn: 3,
    because: 'chosen',
    answers,
    score: { right: 1, answered: answers.length, checks: answers.length },
    handInCode: '',
  };
}

const choiceOf = ({ choices, key }, wrong) =>
  wrong ? choices.findLast(({ id }) => id !== key).id : key;

/** The same read aloud: a line of a text file. */
function codeLine({ handIn }, course, room, { id, name, wrong }) {
  const checks = course.lessons.flatMap(({ body }) => body.filter(({ kind }) => kind === 'check'));
  const chosen = new Map(checks.map((check) => [check.id, choiceOf(check, wrong)]));
  const code = handIn.handInOf(
    lessonsOf(course),
    { room, person: { id, name, named: true } },
    chosen,
  );
  return `${name}: ${handIn.shownHandIn(code)}`;
}

function harmOf(parts, course, room, files) {
  const lessons = lessonsOf(course);
  const found = files.flatMap(({ where, text }) => parts.read.readHandedIn(lessons, where, text));
  const named = parts.report.roomReport(lessons, parts.collect.collect(lessons, found, room.code));
  const anonymous = parts.report.anonymous(named);
  return {
    read: found.filter((one) => !('refused' in one)).length,
    counted: named.people.length,
    harm: [named, anonymous].flatMap((report) => reportHarm(parts, course, report, room.code)),
  };
}

function reportHarm(parts, course, report, seed) {
  const { record } = course;
  const harms = {
    text: hiddenIn(parts.block.layOut(parts.blocks.roomBlocks(report, record), 80)),
    html: harmInHtml(parts.html.roomHtml(report, record)),
    csv: harmInCsv(parts.csv.roomCsv(report)),
    json: hiddenIn(parts.json.roomJson(report)),
    slides: hiddenIn(slidesText(parts, report, record, seed)),
  };
  return Object.entries(harms).flatMap(([what, harm]) => (harm ? [`${what}: ${harm}`] : []));
}

const slidesText = ({ slide }, { checks }, record, seed) =>
  checks
    .flatMap((report) => [false, true].map((isTold) => ({ report, isTold })))
    .flatMap(({ report, isTold }) => {
      const place = { at: 0, of: checks.length, isTold };
      const { title, before } = slide.slidePage({ report, record, seed }, place, 72);
      return [title, ...before.flatMap(({ spans }) => spans.map(({ text }) => text))];
    })
    .join('\n');

function handoutHarm({ handout }, course, room) {
  const asked = { course: lessonsOf(course), record: course.record, room, seed: room.code };
  const texts = [handout.handoutText(asked), handout.handoutKeyText(asked)];
  return texts.flatMap((text) => {
    const harm = hiddenIn(text);
    return harm ? [`handout: ${harm}`] : [];
  });
}
