import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { fromRoot } from '../paths.mjs';
import { filesOf } from './hostile-courses.mjs';
import { before, changedAt, leavesOf } from './leaves.mjs';
import { exerciseLog, learningLog } from './made-logs.mjs';
import { harmInCsv, harmInHtml } from './signs.mjs';

const COURSE = 'swing-bridge';

/** What is run over which files, what of it is looked at, and what tells that the files were read at all. */
export const runsOf = (at) => [
  ...storeRuns(at),
  ...joinRuns(at),
  ...exportRuns(at),
  ...reportRuns(at),
  ...courseRuns(at),
];

const made = (file, text) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

const logText = (log) => log.map((entry) => `\n${JSON.stringify(entry)}\n`).join('');

/** The value with the sign at one place, once for each of its places. */
const variants = (value, sign) =>
  leavesOf(value).map((way) => ({ way, value: changedAt(value, way, before(sign)) }));

/** A learner's progress: as it should be, and each entry of it changed at each place. */
function storeRuns({ name, sign, course }) {
  const log = learningLog(course);
  const touched = variants(log, sign).flatMap(({ value }, n) =>
    value.map((entry) => ({ ...entry, id: `${entry.id}-${n}` })),
  );
  const make = (folder) =>
    made(path.join(folder, 'data', COURSE, 'answers-1.jsonl'), logText([...touched, ...log]));
  const of = ['--course', COURSE];
  return [
    { name, make, args: ['progress', ...of], reads: /Right at the first try/ },
    { name, make, args: ['progress', '--json', ...of], reads: /"settings"/ },
    { name, make, args: ['list', '--json', ...of], reads: /"lessons"/ },
    { name, make, args: ['--plain', ...of], input: '1\nr\nq\n', reads: /on-the-record/ },
  ];
}

/** An exercise that is gone on with: its code and person are those of the log. */
function joinRuns({ name, sign, course, show }) {
  const room = show.rooms.roomOf(course);
  const person = { id: `${sign}Q5TR`, name: `${sign}Ada`, named: false };
  const { exercise } = show.rooms.handed(course, room, person);
  const args = ['workshop', 'join', room.code, '--course', COURSE];
  const run = (joined, more) => ({
    name,
    make: (folder) =>
      made(
        path.join(folder, 'data', 'workshops', COURSE, `${room.code}-A`, 'answers-1.jsonl'),
        logText(exerciseLog(course, joined, person, exercise)),
      ),
    args,
    input: '1\nq\n',
    reads: /Exercise|exercise|Handed in/,
    ...more,
  });
  return [
    run({ ...room, code: sign + room.code }),
    run({ ...room, lessons: [sign + room.lessons[0]] }),
  ];
}

/** Progress from another machine: of another course, damaged, and as it should be. */
function exportRuns({ name, sign, course }) {
  const whole = {
    kind: 'on-the-record progress',
    version: 1,
    course: COURSE,
    entries: learningLog(course),
  };
  const run = (value, reads) => ({
    name,
    make: (folder) => made(path.join(folder, 'export.json'), JSON.stringify(value)),
    args: ['progress', 'import', 'export.json', '--course', COURSE],
    reads,
  });
  return [
    run({ ...whole, course: sign + COURSE }, /another course/),
    run({ ...whole, entries: [{ [sign]: sign }] }, /is damaged/),
    run(whole, /Added: /),
  ];
}

/** A room's results: one as it should be, and one for each place, each in a file whose name has the sign in it. */
function reportRuns({ name, sign, course, show }) {
  const room = show.rooms.roomOf(course);
  const whole = show.rooms.handed(course, room, { id: '0Q5TR4J44J6E', name: 'Ada' });
  const make = (folder) => {
    made(path.join(folder, 'in', 'ada.json'), JSON.stringify(whole));
    for (const { way, value } of variants(whole, sign))
      made(path.join(folder, 'in', `${name}${way.join('.')}.json`), JSON.stringify(value));
  };
  const args = ['workshop', 'report', 'in', '--course', COURSE];
  return [
    {
      name,
      make,
      args: [...args, '--csv', 'room.csv', '--html', 'room.html'],
      written: { 'room.csv': harmInCsv, 'room.html': harmInHtml },
      reads: /What the room read/,
    },
    { name, make, args: [...args, '--json'], reads: /"participants":\[\{/ },
  ];
}

/** A course with the sign at every place, as YAML can hold it and as it stands; and in the name of a file. */
function courseRuns({ name, sign }) {
  const escaped = (folder) => {
    for (const file of filesOf(COURSE)) {
      const all = leavesOf(file.value);
      const value = all.reduce((at, way) => changedAt(at, way, before(sign)), file.value);
      made(path.join(folder, 'course', file.name), stringify(value));
    }
  };
  const asItStands = (folder) => {
    for (const { name: file } of filesOf(COURSE)) {
      const text = readFileSync(fromRoot('lessons', COURSE, file), 'utf8');
      made(path.join(folder, 'course', file), text.replace(/: (?=\w)/g, `: ${name}`));
    }
  };
  const inName = (folder) => {
    cpSync(fromRoot('lessons', COURSE), path.join(folder, 'course'), { recursive: true });
    made(path.join(folder, 'course', `${name}.yaml`), `id: ${name}\n`);
  };
  const reads = /error/;
  return [
    { name, make: escaped, args: ['check', 'course'], reads },
    { name, make: escaped, args: ['check', 'course', '--json'], reads },
    { name, make: escaped, args: ['list', '--course', 'course'], reads: /on-the-record: / },
    { name, make: asItStands, args: ['check', 'course'], reads },
    { name, make: inName, args: ['check', 'course'], reads },
  ];
}
