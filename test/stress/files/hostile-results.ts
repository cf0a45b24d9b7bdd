import fc from 'fast-check';
import type { Course } from '../../../src/core/course/course.js';
import type { Room } from '../../../src/core/room/room.js';
import { type OpenCourse, openCourse } from '../../../src/io/course/open-course.js';
import { damagedJson } from '../../support/any-json.js';
import { printable } from '../../support/hostile-characters.js';
import { changedAt, leavesOf, prefixed } from '../../support/json-leaves.js';
import type { RunOptions } from '../part.js';
import { faultsOf } from '../plans.js';
import { hostileTexts, newTally, type Tally } from './harms.js';
import { ADA, BEN, codeLineOf, type HandedIn, resultOf, roomHarms, roomOf } from './room-harm.js';

/**
 * What a room hands in, with each hostile text at each place of a result, and before and after the name of a code; then
 * results with random changes.
 */
export async function hostileResults(
  options: RunOptions,
  course: Course,
  runs: number,
): Promise<Tally> {
  const { short, say } = options;
  say('files, each place of a result');
  const tally = newTally();
  const open = openCourse(course);
  const room = roomOf(open);
  const good = { where: 'good.json', text: resultOf(open, room, BEN) };
  const { hidden, misleading } = hostileTexts(short);
  for (const text of [...hidden, ...misleading]) {
    const files = handedIn(text, open, room);
    const { read, counted, harms } = roomHarms(open, room, [good, ...files]);
    tally.tried += files.length;
    tally.read += read - 1;
    const found = counted > 0 ? harms : ['nobody is counted, though one file is good', ...harms];
    tally.faults.push(...found.map((harm) => `result with ${printable(text)}: ${harm}`));
  }
  await byChance(options, open, runs, tally);
  return tally;
}

/** How many people hand in a result for one report. */
const TOGETHER = 20;

/** Random results, as in test/core/room-report/hostile-results.test.ts. Each is counted or named in the report. */
async function byChance(
  { seed }: RunOptions,
  course: OpenCourse,
  files: number,
  tally: Tally,
): Promise<void> {
  const room = roomOf(course);
  const text = damagedJson(JSON.parse(resultOf(course, room, ADA)));
  const texts = fc.array(text, { minLength: TOGETHER, maxLength: TOGETHER });
  const property = fc.property(texts, (all) => {
    const handed = all.map((one, i) => ({ where: `${i}.json`, text: one }));
    const { named, harms } = roomHarms(course, room, handed);
    const found = named === TOGETHER ? harms : [`only ${named} files are named`, ...harms];
    if (found.length > 0) throw new Error(found.join('; '));
  });
  const runs = Math.ceil(files / TOGETHER);
  tally.tried += runs * TOGETHER;
  tally.faults.push(...(await faultsOf('random results', property, { seed, runs })));
}

/** A file for each place of a result, and a text file with codes. */
function handedIn(text: string, course: OpenCourse, room: Room): HandedIn[] {
  const line = codeLineOf(course, room, BEN);
  return [
    ...leavesOf(JSON.parse(resultOf(course, room, ADA))).map((path, i) => ({
      where: `${path.join('.')}.json`,
      // A person each: a result of the same person is not counted.
      text: JSON.stringify(
        changedAt(JSON.parse(resultOf(course, room, personOf(i))), path, prefixed(text)),
      ),
    })),
    { where: 'codes.txt', text: `${text}${line}\n${line.replace(': ', `${text}: `)}` },
  ];
}

const personOf = (i: number) => ({
  ...ADA,
  id: String(i).padStart(4, '0').padEnd(12, '0'),
  name: `Ada ${i}`,
});
