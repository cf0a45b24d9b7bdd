import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashHex } from '../../../src/core/hash.js';
import type { LiveRules } from '../../../src/core/live-room/live-room.js';
import { handInOf, shownHandIn } from '../../../src/core/room/hand-in-code.js';
import { shownCode } from '../../../src/core/room/room-code.js';
import { countedSubmissions } from '../../../src/core/room-report/collect.js';
import { readResult } from '../../../src/core/room-report/read-result.js';
import { readSubmission } from '../../../src/core/room-report/read-submission.js';
import { type RoomReport, roomReport } from '../../../src/core/room-report/report.js';
import type { Submission } from '../../../src/core/room-report/submission.js';
import { roomCsv } from '../../../src/formats/room-report/csv.js';
import { roomHtml } from '../../../src/formats/room-report/html.js';
import { roomJson } from '../../../src/formats/room-report/json.js';
import { layOut } from '../../../src/plain/block.js';
import { briefText } from '../../../src/plain/brief-room-report.js';
import { roomBlocks } from '../../../src/plain/room-report.js';
import { damagedJson, hostileText } from '../../support/any-json.js';
import { harmInCsv, harmInHtml, hiddenIn } from '../../support/hostile-characters.js';
import { answering, eventsOf, joining, journalText, stopsIn } from '../../support/live-journal.js';
import { roomFor, shippedCourse } from '../../support/shipped-course.js';
import { simulatedRoom } from '../../support/simulated-room.js';

const course = shippedCourse();
const room = roomFor(course, 'denied');
const difficulty = (): number => 0;
const [honest] = simulatedRoom(course, room, { people: 1, seed: 2, difficulty });
if (!honest) throw new Error('nobody came');

/** A result file as the program writes it, before anybody has touched it. */
const whole = {
  kind: 'on-the-record result',
  version: 1,
  course: { id: 'claude-contract', title: 'x' },
  exercise: honest.exercise,
  code: room.code,
  lessons: room.lessons,
  minutes: 20,
  feedback: 'now',
  person: { id: '0Q5TR4J44J6E', name: 'Ada', named: true },
  began: 1,
  saved: 2,
  answers: honest.answers,
  second: honest.answers.slice(1).map(({ check, choice }) => ({ check, choice })),
  unseen: honest.answers.slice(0, 1).map(({ check }) => check),
  score: { right: 7, answered: 7, checks: 7 },
  handInCode: '',
};

/** A person of another id: the same person twice is counted once. */
const named = hostileText.map((name) =>
  JSON.stringify({ ...whole, person: { id: hashHex(name).toUpperCase(), name, named: true } }),
);

const cut = fc.nat({ max: 900 }).map((length) => JSON.stringify(whole).slice(0, length));

const text = fc.oneof({ weight: 3, arbitrary: damagedJson(whole) }, named, cut);

/** What a terminal, a page or a spreadsheet would do anything with but show it, and what is not seen there. */
function expectHarmless(report: RoomReport): void {
  expect(hiddenIn(layOut(roomBlocks(report, course.material()), 80))).toBeUndefined();
  expect(hiddenIn(briefText(report, course.material(), 80))).toBeUndefined();
  expect(harmInHtml(roomHtml(report, course.material()))).toBeUndefined();
  expect(harmInCsv(roomCsv(report, course.material()))).toBeUndefined();
  expect(hiddenIn(roomJson(report))).toBeUndefined();
}

describe('whatever is handed in', () => {
  test('never makes the report fail, is counted or named, and does no harm where it is shown', () => {
    const runs = 50;
    const each = 20; // The stress part `files` has this form with 10,000 files.
    const files = fc.array(text, { minLength: each, maxLength: each });
    fc.assert(
      fc.property(files, (texts) => {
        const found = texts.flatMap((one, i): Submission[] =>
          readSubmission(course, `${i}.json`, one),
        );
        const report = roomReport(course, countedSubmissions(course, found, room.code));
        const told = new Set([
          ...report.people.map(({ where }) => where),
          ...report.leftOut.map(({ where }) => where),
        ]);
        expect(told.size).toBe(each);
        expectHarmless(report);
      }),
      { numRuns: runs },
    );
  });

  test('does no harm either in the journal of a live room, which names everybody or what is wrong', () => {
    const stops = stopsIn(course, room);
    const rules: LiveRules = { room, pace: 'together', door: '7k2m' };
    const stop = stops.findIndex(({ step }) => step.kind === 'check');
    const names = fc.array(hostileText, { minLength: 2, maxLength: 5 });
    const flips = fc.array(fc.nat(3_000), { maxLength: 2 });
    fc.assert(
      fc.property(names, flips, (some, damaged) => {
        const events = eventsOf(course, rules, [
          ...some.map((name, i) => joining(i, name)),
          ...[{ k: 'begin' } as const, { k: 'go', stop } as const],
          ...some.map((_, i) => answering(stops, i, stop, 1, false)),
          ...[{ k: 'close' } as const, { k: 'talk' } as const, { k: 'open' } as const],
          ...some.map((_, i) => answering(stops, i, stop, 2, true)),
        ]);
        const characters = [...journalText(events)];
        for (const at of damaged) if (at < characters.length) characters[at] = '\u202e';
        const found = readSubmission(course, 'room.jsonl', characters.join(''));
        const report = roomReport(course, countedSubmissions(course, found, room.code));
        expect(report.people.length + report.leftOut.length).toBeGreaterThan(0);
        if (damaged.length === 0) expect(report.people.length).toBe(some.length);
        expectHarmless(report);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['empty', '', 'is broken or cut short'],
    ['cut', JSON.stringify(whole).slice(0, 200), 'is broken or cut short'],
    ['nested too deep', '{"a":'.repeat(200_000), 'is broken or cut short'],
    [
      'deep and whole',
      `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      'is not a result of this program',
    ],
    ['NaN', JSON.stringify(whole).replace('"saved":2', '"saved":NaN'), 'is broken or cut short'],
    [
      'of an id that the program cannot have made',
      JSON.stringify({ ...whole, person: { ...whole.person, id: '\u202e4711' } }),
      'is damaged: some of its fields are missing or wrong',
    ],
    ['null', 'null', 'is not a result of this program'],
    ['other JSON', '{"kind":"shopping"}', 'is not a result of this program'],
    [
      'a later version',
      JSON.stringify({ ...whole, version: 2 }),
      'was written by another version of on-the-record: read it with that version',
    ],
    [
      'no answers',
      JSON.stringify({ ...whole, answers: undefined }),
      'is damaged: some of its fields are missing or wrong',
    ],
    [
      'a time before 1970',
      JSON.stringify({ ...whole, saved: -1 }),
      'is damaged: some of its fields are missing or wrong',
    ],
  ])('is named where it is %s', (_, file, why) => {
    expect(readResult(file)).toEqual({ rejected: why });
  });

  test('is what an untouched file is, counted', () => {
    expect(readResult(JSON.stringify(whole))).toMatchObject({
      code: room.code,
      person: { name: 'Ada', named: true },
      answers: honest.answers,
    });
  });
});

describe('hand-in codes in a text file', () => {
  const people = simulatedRoom(course, room, { people: 2, seed: 3, difficulty });
  const codes = people.map(({ person, answers }) => {
    const chosen = new Map(answers.map(({ check, choice }) => [check, choice]));
    return shownHandIn(handInOf(course, { room, person, status: 'handed-in' }, chosen));
  });
  const [one = '', two = ''] = codes;
  const read = (...lines: readonly string[]): string[] =>
    readSubmission(course, 'c.txt', lines.join('\n')).map((found) =>
      'handIn' in found
        ? `${found.where} ${found.name ?? '-'} ${found.handIn.shortId}`
        : `${found.where} ${'rejected' in found ? found.rejected : ''}`,
    );
  const [idOne = '', idTwo = ''] = people.map(({ person }) => person.id.slice(0, 4));

  test('are read with a name before them or without, with remarks and blank lines between', () => {
    expect(read('# from the chat', '', `Ada Lovelace: ${one}`, two.toLowerCase())).toEqual([
      `c.txt:3 Ada Lovelace ${idOne}`,
      `c.txt:4 - ${idTwo}`,
    ]);
  });

  test('are read with blanks for dashes, several on a line, and a word behind them', () => {
    expect(read(`Ada ${one.replaceAll('-', ' ')}, Ben ${two} late`)).toEqual([
      `c.txt:1 Ada ${idOne}`,
      `c.txt:1 Ben ${idTwo}`,
    ]);
  });

  test('with one to three wrong characters are told apart from codes that are cut, both with a name', () => {
    const wrong = (...places: readonly number[]) =>
      places.reduce(
        (all, at) => all.slice(0, at) + (all[at] === 'U' ? '' : 'U') + all.slice(at + 1),
        one,
      );
    const name = (text: string) =>
      readSubmission(course, 'c.txt', text).map((found) => ('name' in found ? found.name : ''));
    for (const text of [wrong(0), wrong(7), wrong(3, 8), wrong(1, 2, 6)]) {
      expect(read(`Merry Gull: ${text}`)[0], text).toMatch(
        /has a code in which a character is wrong/,
      );
      expect(name(`Merry Gull: ${text}`)).toEqual(['Merry Gull']);
    }
    for (const text of [one.slice(0, -1), one.slice(1), `${one}7`, one.slice(0, 9)])
      expect(read(`Merry Gull: ${text}`), text).toEqual([
        'c.txt:1 is not a complete hand-in code: ask for the code again',
      ]);
  });

  test('are found in a chat that was pasted whole, with the names above them or before them', () => {
    const chat = [
      'Sam: thanks, that was fun!',
      'Dev  10:31',
      one,
      'Dev  10:32',
      'Is it 2 or 3? 12:45',
      '[10:33] Chloé Martin',
      two,
      `Fac: the room is ${shownCode(room.code)}`,
      'Sam: 5',
      'Meeting 123 456 789, from 10:30 to 11:15',
      'Dev 10:31:05 2',
    ];
    const talk = 'c.txt has 7 lines with neither a code nor answers from paper';
    expect(read(...chat)).toEqual([`c.txt:3 Dev ${idOne}`, `c.txt:7 Chloé Martin ${idTwo}`, talk]);
    for (const before of [
      '10:31 Chloé Martin:',
      '[10:31] Chloé Martin',
      '29/11/2026, 10:31 - Chloé Martin:',
    ])
      expect(read(`${before} “${one}”`)).toEqual([`c.txt:1 Chloé Martin ${idOne}`]);
    expect(read('Thanks a lot!', one)[0]).toBe(`c.txt:2 - ${idOne}`);
    expect(read(`'${one}'`, `"${two.replaceAll('-', ' ')}"`)).toHaveLength(2);
  });

  test('of another course or version are named, with what to do', () => {
    const lesson = { ...course.lesson('denied'), body: course.lesson('denied').body.slice(0, -2) };
    const other = { index: course.index, lesson: () => lesson };
    const person = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };
    const code = handInOf(other, { room, person, status: 'open' }, new Map());
    expect(read(`Ada: ${code}`)).toEqual([
      'c.txt:1 has a code from another course, or from another version of this course: read it with that course or version',
    ]);
  });

  test('are named by their line where they were misheard', () => {
    const wrong = one.slice(0, -1) + (one.endsWith('0') ? '1' : '0');
    expect(read(`Ada: ${wrong}`, two)).toEqual([
      'c.txt:1 has a code in which a character is wrong: ask for the code again',
      `c.txt:2 - ${idTwo}`,
    ]);
    expect(read(`Ada: ${wrong}`)).toHaveLength(1);
    expect(read('only words', 'and more')).toEqual([
      'c.txt has no hand-in code and no answers from paper',
    ]);
  });
});
