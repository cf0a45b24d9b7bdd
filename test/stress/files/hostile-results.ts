import type { Course } from '../../../src/core/course/course.js';
import type { Room } from '../../../src/core/room/room.js';
import { type OpenCourse, openCourse } from '../../../src/io/course/open-course.js';
import { printable } from '../../support/hostile-characters.js';
import { changedAt, leavesOf, prefixed } from '../../support/json-leaves.js';
import type { RunOptions } from '../part.js';
import { hostileTexts, newTally, type Tally } from './harms.js';
import { ADA, BEN, codeLineOf, type HandedIn, resultOf, roomHarms, roomOf } from './room-harm.js';

/**
 * What a room hands in, with each hostile text at each place of a result, and before and after the name of a code.
 * Results with random changes are in `test/workshop/hostile-results.test.ts`.
 */
export function hostileResults({ short, say }: RunOptions, course: Course): Tally {
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
  return tally;
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
