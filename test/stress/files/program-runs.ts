import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import type { Course } from '../../../src/core/course/course.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { exportText } from '../../../src/core/log/export-file.js';
import type { Room } from '../../../src/core/room/room.js';
import { openCourse } from '../../../src/io/course/open-course.js';
import { harmInCsv, harmInHtml, hiddenIn, printable } from '../../support/hostile-characters.js';
import { changedAt, type JsonPath, leavesOf, prefixed } from '../../support/json-leaves.js';
import { inFolder, inParallel } from '../folders.js';
import type { RunOptions } from '../part.js';
import { isCrash, startPlain } from '../plain-program.js';
import { hostileTexts, namedHarms, newTally, type Tally, thinned } from './harms.js';
import { filesOf } from './hostile-courses.js';
import { ADA, resultOf, roomOf } from './room-harm.js';
import { exerciseLog, learningLog } from './sample-logs.js';

/** A run of the program over files that are made for it. */
type Run = {
  readonly make: (folder: string) => void;
  readonly args: readonly string[];
  readonly input?: string;
  /** What proves that the program read the files. */
  readonly shows: RegExp;
  /** Files that it writes, each with what judges it. */
  readonly writes?: Readonly<Record<string, (text: string) => string | undefined>>;
};

/** What the files of a run are made of. */
type Material = {
  readonly course: Course;
  readonly room: Room;
  /** Put at each place of a file. */
  readonly text: string;
  /** The same as a file's name can hold it. */
  readonly name: string;
};

/**
 * The program itself over files with hostile characters in their contents, in their names and in the names of their
 * folders: what it prints and writes is judged.
 */
export async function programRuns({ short, say }: RunOptions, course: Course): Promise<Tally> {
  say('files, what the program prints of them');
  const tally = newTally();
  const room = roomOf(openCourse(course));
  const all = hostileTexts(short).families.flatMap((text) => {
    const material = { course, room, text, name: nameOf(text) };
    const runs = [storeRuns, joinRuns, importRuns, reportRuns, courseRuns];
    return runs.flatMap((make) => make(material)).map((run) => ({ run, name: material.name }));
  });
  const tried = thinned(all, short, 6);
  await inParallel(tried.length, (n) =>
    inFolder(async (outer) => {
      const { run, name } = tried[n] as (typeof tried)[number];
      const folder = path.join(outer, name);
      mkdirSync(folder);
      await judge(run, folder, tally);
    }),
  );
  return tally;
}

/** A name cannot hold a zero or a slash, and a name with a line's end is never one of a course's file. */
const nameOf = (text: string): string => text.replace(/[\0/\u2028]/g, '');

async function judge(run: Run, folder: string, tally: Tally): Promise<void> {
  const { make, args, input = '', shows, writes = {} } = run;
  make(folder);
  const { out, err } = await startPlain([...args, '--data-dir', 'data'], {
    input,
    cwd: folder,
    env: { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
  }).ended;
  const isRead = shows.test(out + err);
  tally.tried += 1;
  tally.read += isRead ? 1 : 0;
  const harms = namedHarms({
    prints: hiddenIn(`${out}\n${err}`),
    crashes: isCrash(err) ? printable(err.slice(0, 200)) : undefined,
    'did not read its files': isRead ? undefined : printable((out + err).slice(0, 200)),
    ...Object.fromEntries(
      Object.entries(writes).map(([file, harmIn]) => [file, harmIn(textOf(folder, file))]),
    ),
  });
  tally.faults.push(...harms.map((harm) => `${args.join(' ')} ${harm}`));
}

function textOf(folder: string, file: string): string {
  try {
    return readFileSync(path.join(folder, file), 'utf8');
  } catch {
    return ''; // a run that read nothing is a fault already
  }
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function writeLog(folder: string, log: readonly LogEntry[]): void {
  const lines = log.map((entry) => `\n${JSON.stringify(entry)}\n`);
  write(path.join(folder, 'answers-1.jsonl'), lines.join(''));
}

/** The value once for each of its places, with the text there. */
const variantsOf = <T>(value: T, text: string): { readonly at: JsonPath; readonly value: T }[] =>
  leavesOf(value).map((at) => ({ at, value: changedAt(value, at, prefixed(text)) as T }));

/** A learner's progress, with each entry of it changed at each place. */
function storeRuns({ course, text }: Material): Run[] {
  const log = learningLog(course);
  const touched = variantsOf(log, text).flatMap(({ value }, n) =>
    value.map((entry) => ({ ...entry, id: `${entry.id}-${n}` })),
  );
  const { id } = course.index;
  const make = (folder: string) => writeLog(path.join(folder, 'data', id), [...touched, ...log]);
  const of = ['--course', id];
  return [
    { make, args: ['progress', ...of], shows: /Right on the first try/ },
    { make, args: ['progress', '--json', ...of], shows: /"settings"/ },
    { make, args: ['list', '--json', ...of], shows: /"lessons"/ },
    { make, args: ['--plain', ...of], input: '1\nr\nq\n', shows: /on-the-record/ },
  ];
}

/** A stored exercise that is continued. The hostile text is in its code, or in a lesson's id. */
function joinRuns({ course, room, text }: Material): Run[] {
  const { id } = course.index;
  const person = { id: `${text}Q5TR`, name: `${text}Ada`, named: false };
  const run = (joined: Room): Run => ({
    make: (folder) =>
      writeLog(
        path.join(folder, 'data', 'workshops', id, `${room.code}-A`),
        exerciseLog(course, joined, person),
      ),
    args: ['workshop', 'join', room.code, '--course', id],
    input: '1\nq\n',
    shows: /Exercise|exercise|Handed in/,
  });
  return [
    run({ ...room, code: text + room.code }),
    run({ ...room, lessons: [`${text}${room.lessons[0]}`] }),
  ];
}

/** Progress from another machine: of another course, damaged, and good. */
function importRuns({ course, text }: Material): Run[] {
  const { id } = course.index;
  const log = learningLog(course);
  const run = (of: string, entries: readonly unknown[], shows: RegExp): Run => ({
    make: (folder) =>
      write(path.join(folder, 'export.json'), exportText(of, entries as readonly LogEntry[])),
    args: ['progress', 'import', 'export.json', '--course', id],
    shows,
  });
  return [
    run(text + id, log, /another course/),
    run(id, [{ [text]: text }], /is damaged/),
    run(id, log, /Added: /),
  ];
}

/** A room's results: a good one, and one for each place in a file whose name has the hostile text. */
function reportRuns({ course, room, text, name }: Material): Run[] {
  const good = resultOf(openCourse(course), room, ADA);
  const make = (folder: string): void => {
    write(path.join(folder, 'in', 'ada.json'), good);
    for (const { at, value } of variantsOf<unknown>(JSON.parse(good), text))
      write(path.join(folder, 'in', `${name}${at.join('.')}.json`), JSON.stringify(value));
  };
  const args = ['workshop', 'report', 'in', '--course', course.index.id];
  return [
    {
      make,
      args: [...args, '--csv', 'room.csv', '--html', 'room.html'],
      writes: { 'room.csv': harmInCsv, 'room.html': harmInHtml },
      shows: /How the room answered/,
    },
    { make, args: [...args, '--json'], shows: /"participants":\[\{/ },
  ];
}

/** A course with the hostile text everywhere, as YAML can hold it and as it is; and in the name of a file. */
function courseRuns({ course, text, name }: Material): Run[] {
  const { id } = course.index;
  const inYaml = (folder: string): void => {
    for (const { name: file, value } of filesOf(id)) {
      const changed = leavesOf(value).reduce<unknown>(
        (now, at) => changedAt(now, at, prefixed(text)),
        value,
      );
      write(path.join(folder, 'course', file), stringify(changed));
    }
  };
  const source = fileURLToPath(new URL(`../../../lessons/${id}`, import.meta.url));
  const asItIs = (folder: string): void => {
    for (const { name: file } of filesOf(id)) {
      const yaml = readFileSync(path.join(source, file), 'utf8');
      write(path.join(folder, 'course', file), yaml.replace(/: (?=\w)/g, `: ${name}`));
    }
  };
  const inFileName = (folder: string): void => {
    cpSync(source, path.join(folder, 'course'), { recursive: true });
    write(path.join(folder, 'course', `${name}.yaml`), `id: ${name}\n`);
  };
  return [
    { make: inYaml, args: ['check', 'course'], shows: /error/ },
    { make: inYaml, args: ['check', 'course', '--json'], shows: /error/ },
    { make: inYaml, args: ['list', '--course', 'course'], shows: /on-the-record: / },
    { make: asItIs, args: ['check', 'course'], shows: /error/ },
    { make: inFileName, args: ['check', 'course'], shows: /error/ },
  ];
}
