import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/core/course/course.js';
import { checksOf } from '../../../src/core/course/lesson.js';
import { firstChoices } from '../../../src/core/progress/exercise.js';
import { handInOf, readHandIn, shownHandIn } from '../../../src/core/room/hand-in-code.js';
import type { Person } from '../../../src/core/room/person.js';
import type { Room } from '../../../src/core/room/room.js';
import { makeRoomCode, readRoomCode } from '../../../src/core/room/room-code.js';
import { SEEDS } from '../../../src/core/room/room-code-content.js';
import { countedSubmissions } from '../../../src/core/room-report/collect.js';
import { readSubmission } from '../../../src/core/room-report/read-submission.js';
import { type RoomReport, roomReport } from '../../../src/core/room-report/report.js';
import { resultText } from '../../../src/core/room-report/write-result.js';
import { scene } from '../../../src/core/scene/scene.js';
import { roomCsv } from '../../../src/formats/room-report/csv.js';
import { roomHtml } from '../../../src/formats/room-report/html.js';
import { roomJson } from '../../../src/formats/room-report/json.js';
import { layOut } from '../../../src/plain/block.js';
import { roomBlocks } from '../../../src/plain/room-report.js';
import {
  goThrough,
  type Joined,
  joins,
  openRoomCourse,
  type Picks,
  roomCourse,
} from '../../support/room-course.js';

const CHECKS = roomCourse.lessons.flatMap(checksOf);
const { material } = roomCourse;

/** A choice for each question of the course, any of them. */
const picks: fc.Arbitrary<Picks> = fc.record(
  Object.fromEntries(
    CHECKS.map(({ id, choices }) => [id, fc.constantFrom(...choices.map((one) => one.id))]),
  ),
);

const people = fc.array(picks, { minLength: 1, maxLength: 4 });

function madeRoom(seed: number, feedback: Room['feedback']): Room {
  const lessons = roomCourse.lessons.map(({ id }) => id);
  const room = readRoomCode(
    openRoomCourse,
    makeRoomCode(openRoomCourse, { lessons, minutes: 0, feedback }, seed),
    0,
  );
  if ('rejected' in room) throw new Error(room.rejected);
  return room;
}

const room: fc.Arbitrary<Room> = fc
  .tuple(fc.nat({ max: SEEDS - 1 }), fc.constantFrom('now' as const, 'later' as const))
  .map(([seed, feedback]) => madeRoom(seed, feedback));

const NAMES = ['Ada', 'Ben', 'Cleo', 'Dora'];

/** Ids differ in the characters that a hand-in code has. */
const personOf = (i: number): Person => ({
  id: `000${i}TR4J44J6`,
  name: NAMES[i] ?? '',
  named: true,
});

/** Joins, answers everything and hands in. */
function handedIn(of: Room, i: number, picked: Picks): Joined {
  const session = joins(of, personOf(i));
  goThrough(session, picked);
  session.store.dispatch({ type: 'enter' });
  return session;
}

function fileOf({ store, log }: Joined): string {
  const { exercise } = store.state().progress;
  if (!exercise) throw new Error('no exercise');
  return resultText({ course: openRoomCourse, exercise, entries: log, now: 1 });
}

const reportOf = (of: Room, files: readonly (readonly [where: string, text: string])[]) =>
  roomReport(
    openRoomCourse,
    countedSubmissions(
      openRoomCourse,
      files.flatMap(([where, text]) => readSubmission(openRoomCourse, where, text)),
      of.code,
    ),
  );

const fileReport = (of: Room, sessions: readonly Joined[]): RoomReport =>
  reportOf(
    of,
    sessions.map((session, i) => [`${i}.json`, fileOf(session)]),
  );

/** How many people picked the choice. */
const countOf = (all: readonly Picks[], check: Check, choice: string): number =>
  all.filter((one) => one[check.id] === choice).length;

/** The columns of a row of the CSV; no text of this course has a quotation mark or a line break in it. */
const cellsOf = (row: string): string[] =>
  [...row.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );

type Told = {
  readonly participants: readonly { readonly name: string; readonly right: number }[];
  readonly checks: readonly {
    readonly check: string;
    readonly board: string | null;
    readonly statement: string | null;
    readonly choices: readonly { readonly choice: string; readonly count: number }[];
  }[];
};

describe('what each person chose in a room is what the report counts', () => {
  test('as JSON, from the result files', () => {
    fc.assert(
      fc.property(room, people, (of, all) => {
        const sessions = all.map((picked, i) => handedIn(of, i, picked));
        const told = JSON.parse(roomJson(fileReport(of, sessions))) as Told;
        expect(told.checks).toHaveLength(CHECKS.length);
        for (const { check: id, choices } of told.checks) {
          const check = CHECKS.find((one) => one.id === id) as Check;
          for (const { choice, count } of choices)
            expect([id, choice, count]).toEqual([id, choice, countOf(all, check, choice)]);
        }
        const rights = all.map((one) => CHECKS.filter(({ id, key }) => one[id] === key).length);
        expect(told.participants.map(({ right }) => right)).toEqual(rights);
      }),
      { numRuns: 25 },
    );
  });

  test('as JSON, from the hand-in codes as from the files', () => {
    fc.assert(
      fc.property(room, people, (of, all) => {
        const sessions = all.map((picked, i) => handedIn(of, i, picked));
        const codes = sessions.map(({ store }, i): readonly [string, string] => {
          const chosen = firstChoices(store.state().progress);
          const code = shownHandIn(
            handInOf(
              openRoomCourse,
              { room: of, person: personOf(i), status: 'handed-in' },
              chosen,
            ),
          );
          expect(readHandIn(openRoomCourse, code)).toMatchObject({
            chosen: new Map(Object.entries(all[i] ?? {})),
          });
          return [`${i}.txt`, `${NAMES[i]}: ${code}\n`];
        });
        const [byCode, byFile] = [reportOf(of, codes), fileReport(of, sessions)];
        expect(roomJson(byCode)).toBe(roomJson(byFile));
      }),
      { numRuns: 15 },
    );
  });

  test('as CSV, a row for each person and question', () => {
    fc.assert(
      fc.property(room, people, (of, all) => {
        const sessions = all.map((picked, i) => handedIn(of, i, picked));
        const rows = roomCsv(fileReport(of, sessions), material).trimEnd().split('\r\n').slice(1);
        const told = rows
          .map(cellsOf)
          .map(([, name, , check, , , choice, , right, misreading]) => ({
            name,
            check,
            choice,
            right,
            misreading,
          }));
        const expected = all.flatMap((one, i) =>
          CHECKS.map(({ id, key, choices }) => ({
            name: NAMES[i],
            check: id,
            choice: one[id],
            right: one[id] === key ? 'yes' : 'no',
            misreading: choices.find((choice) => choice.id === one[id])?.misreading ?? '',
          })),
        );
        expect(told).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  test('as text and HTML, beside the number and the text of each choice', () => {
    fc.assert(
      fc.property(room, people, (of, all) => {
        const sessions = all.map((picked, i) => handedIn(of, i, picked));
        const report = fileReport(of, sessions);
        const text = layOut(roomBlocks(report, material), 1000);
        const html = roomHtml(report, material);
        for (const { item, number, choices } of report.checks) {
          const place = `Question ${number}: `;
          const block = text.slice(text.lastIndexOf(place)).split('\n\n')[0] ?? '';
          const article = html.slice(html.lastIndexOf(place)).split('</article>')[0] ?? '';
          for (const [i, { id }] of choices.entries()) {
            const shown = item.choices.find((one) => one.id === id)?.text ?? '';
            const count = countOf(all, item, id);
            const row = block.split('\n').find((one) => one.endsWith(`  ${shown}`)) ?? '';
            expect(row.trim().startsWith(`${i + 1} `)).toBe(true);
            expect(row).toMatch(new RegExp(` ${count}  `));
            const bar = article.slice(article.indexOf(`${i + 1}. ${shown}`));
            expect(/aria-label="(\d+) of/.exec(bar)?.[1]).toBe(String(count));
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('the report of a room', () => {
  const of = madeRoom(7, 'now');
  const wrong: Picks = Object.fromEntries(
    CHECKS.map(({ id, key, choices }) => [id, choices.find((one) => one.id !== key)?.id ?? '']),
  );
  const report = fileReport(of, [handedIn(of, 0, wrong)]);
  const text = layOut(roomBlocks(report, material), 1000);
  const html = roomHtml(report, material);
  const json = JSON.parse(roomJson(report)) as Told;

  test('shows a row with the stem of its board and its statement, each on a line', () => {
    expect(text).toContain(
      'What does the story report about each step?\n  The head teacher: a second key\n',
    );
    expect(html).toContain(
      'What does the story report about each step?<br><span class="about">The head teacher: a second key</span>',
    );
    expect(json.checks.find(({ check }) => check === 'row-key')).toMatchObject({
      board: 'which-step',
      statement: 'The head teacher: a second key',
    });
    expect(json.checks.find(({ check }) => check === 'who-lock')).toMatchObject({
      board: null,
      statement: null,
    });
  });

  test('shows the sentence of a question about words, with the numbers of its choices', () => {
    const sentence =
      'A gardener, [1 who asked not to be named], [2 said that] the council had [3 already] changed the lock.';
    expect(text).toContain(sentence);
    expect(html).toContain(sentence);
    const row = roomCsv(report, material)
      .split('\r\n')
      .find((one) => one.includes(',which-words,'));
    expect(cellsOf(row ?? '').slice(5, 8)).toEqual([
      `Which words say how the source of the last sentence is named? ${sentence}`,
      'said',
      '2 said that',
    ]);
  });

  test('has the headings of a board in their order, and sentences in the order of the text', () => {
    const orderOf = (id: string) =>
      report.checks.find(({ check }) => check === id)?.choices.map((choice) => choice.id);
    expect(orderOf('row-key')).toEqual(['done', 'threatened', 'demanded', 'refused']);
    expect(orderOf('which-sentence')).toEqual(['denial', 'offer', 'silence']);
  });
});

test('an exercise of which only the questions before its board are answered leaves the rows open', () => {
  const of = madeRoom(3, 'later');
  const session = joins(of, personOf(0));
  session.store.dispatch({ type: 'enter' });
  while (scene(session.store.state()).kind !== 'check') session.store.dispatch({ type: 'next' });
  session.store.dispatch({ type: 'point', at: 0 });
  session.store.dispatch({ type: 'enter' });
  const told = JSON.parse(roomJson(fileReport(of, [session])));
  expect(told.participants).toMatchObject([{ answered: 1, of: CHECKS.length, whole: false }]);
});
