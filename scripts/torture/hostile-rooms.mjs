import fc from 'fast-check';
import { faultsOf, noise, touched } from './fuzz.mjs';
import { before, changedAt, leavesOf } from './leaves.mjs';
import { HIDDEN_SIGNS, printable, TELLING_SIGNS } from './signs.mjs';

const WRONG = { id: '1Q5TR4J44J6E', name: 'Ben', wrong: true };
/** So many files by chance are handed in at once, beside one that is as it should be. */
const TOGETHER = 50;

/** What a room hands in, with each sign at each place of a result and before each name of a code that is read aloud. */
export function hostileResults({ seed, runs, short, say, show, course }) {
  const told = { tried: 0, read: 0, faults: [] };
  const { rooms } = show;
  const room = rooms.roomOf(course);
  const whole = rooms.handed(course, room, { ...WRONG, id: '0Q5TR4J44J6E', wrong: false });
  const good = fileOf(rooms.handed(course, room, WRONG), 'good');
  const tell = (files) => {
    const { read, counted, harm } = rooms.harm(course, room, [good, ...files]);
    told.read += read - 1;
    return counted > 0 ? harm : ['nobody is counted, though one file is as it should be', ...harm];
  };
  say('files, each place of a result');
  const signs = [...HIDDEN_SIGNS, ...TELLING_SIGNS];
  for (const sign of short ? signs.filter((_, i) => i % 12 === 0) : signs) {
    const files = handedIn(sign, whole, rooms.codeLine(course, room, WRONG));
    told.tried += files.length;
    for (const harm of tell(files)) told.faults.push(`result with ${printable(sign)}: ${harm}`);
  }
  const text = fc.oneof(
    { weight: 4, arbitrary: touched(whole).map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: noise },
  );
  const property = fc.property(
    fc.array(text, { minLength: TOGETHER, maxLength: TOGETHER }),
    (all) => {
      const harms = tell(all.map((one, i) => ({ where: `${i}.json`, text: one })));
      if (harms.length > 0) throw new Error(harms.join('; '));
    },
  );
  const times = Math.ceil(runs / TOGETHER);
  told.tried += times * TOGETHER;
  told.faults.push(...faultsOf('result', property, { seed, runs: times }));
  return told;
}

const fileOf = (value, name) => ({ where: `${name}.json`, text: JSON.stringify(value) });

/** A file for each place, of a person of its own, so that none is taken for another's; and a line with a code. */
const handedIn = (sign, whole, line) => [
  ...leavesOf(whole).map((path, i) =>
    fileOf(changedAt(ofPerson(whole, i), path, before(sign)), path.join('.')),
  ),
  { where: 'codes.txt', text: `${sign}${line}\n${line.replace(': ', `${sign}: `)}` },
];

const ofPerson = (whole, i) => ({
  ...whole,
  person: { ...whole.person, id: String(i).padStart(4, '0').padEnd(12, '0'), name: `Ada ${i}` },
});
