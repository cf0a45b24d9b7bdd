import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Happening } from '../../src/core/live-room/event.js';
import { resultFileName } from '../../src/core/room/person.js';
import { runHere } from '../support/in-process.js';
import { answering, eventsOf, joining, journalText } from '../support/live-journal.js';
import { course, questions, resultsOf, room, rules, stops } from '../support/reported-room.js';
import { temporaryFolders } from '../support/temporary-folder.js';

const temporaryFolder = temporaryFolders();

const [one = 0] = questions;

const PEOPLE = [0, 1, 2, 3];

/** Person 3 has a name that a spreadsheet would compute. */
const FIRST_VOTE: readonly Happening[] = [
  ...PEOPLE.map((person) => joining(person, person === 3 ? '=1+1' : `Person ${person}`)),
  ...[{ k: 'begin' } as const, { k: 'go', stop: one } as const],
  ...PEOPLE.map((person) => answering(stops, person, one, 1, person === 0)),
  { k: 'close' },
];

const SECOND_VOTE: readonly Happening[] = [
  ...[{ k: 'talk' } as const, { k: 'open' } as const],
  ...PEOPLE.map((person) => answering(stops, person, one, 2, person > 0)),
  { k: 'close' },
];

/** The folder of a room whose host was killed after the second vote, and wrote the result files after the first. */
function roomFolder(): string {
  const folder = path.join(temporaryFolder(), 'room');
  mkdirSync(folder);
  for (const { person, text } of resultsOf(FIRST_VOTE))
    writeFileSync(path.join(folder, resultFileName(room.code, person)), text);
  // A result that the host was writing.
  writeFileSync(path.join(folder, 'result-x-y-0000.json.part'), '{"kind":"on-');
  const all = eventsOf(course, rules, [...FIRST_VOTE, ...SECOND_VOTE]);
  writeFileSync(path.join(folder, 'room.jsonl'), journalText(all));
  return folder;
}

const report = (folder: string, ...args: string[]) =>
  runHere(['workshop', 'report', '.', ...args], { cwd: folder });

const SECOND = 'Second vote: 3 of 4 right (the same people in the first vote: 1 of 4).';
const CHANGED = '3 people changed to the right answer, 1 away from it.';

test('the report of a killed room has both votes of its journal, and each person once', async () => {
  const { code, out, err } = await report(roomFolder());
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('4 people');
  expect(out.replaceAll(/\s+/g, ' ')).toContain(`${SECOND} ${CHANGED}`);
  expect(out).toContain('1 → 3');
  expect(out).toContain('Everything was counted.');
});

test('paper counts beside it, and a damaged line is named once', async () => {
  const folder = roomFolder();
  writeFileSync(
    path.join(folder, 'paper.txt'),
    `code: ${room.code}\nOn paper: ${questions.map(() => '1').join(' ')}\n`,
  );
  appendFileSync(path.join(folder, 'room.jsonl'), '{"sum":"00000000","k":"end"');
  const { code, out } = await report(folder, '--all');
  expect(code).toBe(0);
  expect(out).toContain('5 people');
  expect(out.match(/room\.jsonl/g)?.length).toBe(1);
  expect(out).toContain('room.jsonl has 1 damaged line (20): what it says does not count');
});

test('every form has the second vote, and no name is a formula', async () => {
  const folder = roomFolder();
  const { code, out } = await report(
    folder,
    ...['--json', '--csv', 'votes.csv', '--html', 'votes.html'],
  );
  expect(code).toBe(0);
  const { people, checks } = JSON.parse(out) as {
    people: number;
    checks: { second: { answered: number; right: number } | null }[];
  };
  expect(people).toBe(4);
  expect(checks.flatMap(({ second }) => second ?? [])).toMatchObject([{ answered: 4, right: 3 }]);
  const csv = readFileSync(path.join(folder, 'votes.csv'), 'utf8');
  expect(csv).toContain(`,'=1+1,`);
  expect(csv.match(/,yes,[^,\r]+\r\n/g)?.length).toBe(3);
  expect(readFileSync(path.join(folder, 'votes.html'), 'utf8')).toContain(
    'aria-label="Second vote: 3 of 4"',
  );
  // The next report leaves out its own files, and counts the same.
  const again = await report(folder, ...['--csv', 'votes.csv', '--html', 'votes.html']);
  expect(again.out).toContain('Everything was counted.');
});
