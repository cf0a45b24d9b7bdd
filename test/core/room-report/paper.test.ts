import { describe, expect, test } from 'vitest';
import { orderedChoices } from '../../../src/core/choice-order.js';
import { exerciseChecks } from '../../../src/core/room/exercise.js';
import { makeRoomCode, shownCode } from '../../../src/core/room/room-code.js';
import { countedSubmissions } from '../../../src/core/room-report/collect.js';
import { readSubmission } from '../../../src/core/room-report/read-submission.js';
import { type RoomReport, roomReport } from '../../../src/core/room-report/report.js';
import { roomCsv } from '../../../src/formats/room-report/csv.js';
import { roomHtml } from '../../../src/formats/room-report/html.js';
import { roomJson } from '../../../src/formats/room-report/json.js';
import { layOut } from '../../../src/plain/block.js';
import { briefText } from '../../../src/plain/brief-room-report.js';
import { roomBlocks } from '../../../src/plain/room-report.js';
import { type Slide, slideShow } from '../../../src/ui/slides/slide.js';
import { slidePage } from '../../../src/ui/slides/slide-page.js';
import { courseAt } from '../../support/course-at.js';
import { harmInHtml } from '../../support/hostile-characters.js';
import { resultFileText } from '../../support/result-file.js';
import { ROOM_COURSE } from '../../support/room-course.js';
import { roomFor } from '../../support/shipped-course.js';
import { simulatedRoom } from '../../support/simulated-room.js';
import { first, course as small } from '../../support/small-course.js';

const course = courseAt(ROOM_COURSE);
/** Two questions, a board with four rows, then three questions in the text and others. */
const room = roomFor(course, 'the-wall', 'the-answer');
const CODE = shownCode(room.code);
const checks = exerciseChecks(room.lessons.map(course.lesson)).map(({ check }) => check);
const COUNT = checks.length;

/** The ids of a question's choices as the room sees them. */
const seen = (at: number, code = room.code): string[] =>
  checks[at] ? orderedChoices(checks[at], code).map(({ id }) => id) : [];
const chosenBy = (numbers: readonly number[], code?: string): [string, string | undefined][] =>
  checks.map(({ id }, i) => [id, seen(i, code)[(numbers[i] ?? 0) - 1]]);

type File = readonly [name: string, ...lines: string[]];

function reportOf(files: readonly File[], code?: string, of = course): RoomReport {
  const found = files.flatMap(([name, ...lines]) => readSubmission(of, name, lines.join('\n')));
  return roomReport(of, countedSubmissions(of, found, code));
}
const named = ({ leftOut }: RoomReport): string[] =>
  leftOut.map(({ where, why, countedAt }) => `${where} ${why}${countedAt ? ` ${countedAt}` : ''}`);
const answersOf = (report: RoomReport, name: string) =>
  [...(report.people.find((one) => one.name === name)?.answers ?? [])].map(([check, choice]) => [
    check,
    choice,
  ]);

const TWOS = Array.from({ length: COUNT }, () => 2);
const line = (name: string, numbers: readonly (number | string)[], between = ' '): string =>
  `${name}: ${numbers.join(between)}`;

describe('a line of answers from paper', () => {
  test('counts as a person with the choices that have these numbers in the room', () => {
    const report = reportOf([['paper.txt', line('Ada', TWOS)]], room.code);
    expect(report.people).toMatchObject([
      { name: 'Ada', named: true, where: 'paper.txt:1', isWhole: true, answered: COUNT },
    ]);
    expect(answersOf(report, 'Ada')).toEqual(chosenBy(TWOS));
  });

  test('can have commas, a dash or 0 for no answer, and a name with spaces and digits', () => {
    const some = [1, ...Array.from({ length: COUNT - 3 }, () => 0), 2, 2];
    const report = reportOf(
      [
        [
          'paper.csv',
          line('Table 3, Ann', TWOS, ','),
          line(
            'Ben',
            some.map((one) => (one === 0 ? '-' : one)),
            ', ',
          ),
          `Cy,${TWOS.join(',')}`,
          line('7', some),
        ],
      ],
      room.code,
    );
    expect(report.people.map(({ name }) => name)).toEqual(['Table 3, Ann', 'Ben', 'Cy', '7']);
    for (const name of ['Ben', '7'])
      expect(answersOf(report, name)).toEqual(chosenBy(some).filter(([, choice]) => choice));
  });

  test('is handed in, also with a question left open', () => {
    const one = [0, ...TWOS.slice(1)];
    const most = [2, ...TWOS.slice(1).map(() => 0)];
    const lines = [line('Ada', TWOS), line('Ben', one), line('Cy', most)];
    const { people } = reportOf([['paper.txt', ...lines]], room.code);
    expect(people.map(({ name, answered }) => [name, answered])).toEqual([
      ['Ada', COUNT],
      ['Ben', COUNT - 1],
      ['Cy', 1],
    ]);
    for (const person of people)
      expect(person).toMatchObject({ status: 'handed-in', isWhole: true });
  });

  test('belongs to the room that its file names, or to the room of the others', () => {
    const [result] = simulatedRoom(course, room, { people: 1, seed: 1, difficulty: () => 0 });
    const byFile: File = ['0.json', result ? resultFileText(course, room, result) : ''];
    for (const [files, code] of [
      [[['paper.txt', line('Ada', TWOS)], byFile], undefined],
      [[['paper.txt', `Code: ${CODE}`, line('Ada', TWOS)]], undefined],
      [[['paper.txt', line('Ada', TWOS), `code:${CODE.toLowerCase()}`]], undefined],
      [[['paper.txt', line('Ada', TWOS)]], room.code],
    ] as [File[], string | undefined][])
      expect(answersOf(reportOf(files, code), 'Ada')).toEqual(chosenBy(TWOS));
  });

  test('of a word, or of a handout without a code, needs the lessons in its file', () => {
    const lessons = 'lessons: 1 the-answer';
    const word = reportOf([['p.txt', 'code: Tuesday', lessons, line('Ada', TWOS)]]);
    expect([word.code, answersOf(word, 'Ada')]).toEqual(['TUESDAY', chosenBy(TWOS, 'TUESDAY')]);
    const none = reportOf([['p.txt', lessons, line('Ada', TWOS)]]);
    expect(answersOf(none, 'Ada')).toEqual(chosenBy(TWOS, 'handout'));
    expect(
      named(reportOf([['p.txt', 'code: Tuesday', line('Ada', TWOS), line('B', TWOS)]])),
    ).toEqual([
      'p.txt has lines from paper and the code TUESDAY, which names no lessons: look at the code again, or add a line such as "lesson: 2"',
    ]);
  });

  test('without a room is named once for its file, with what to do', () => {
    const report = reportOf([['paper.txt', line('Ada', TWOS), line('Ben', TWOS), 'Q1: 1 1 1']]);
    expect(report.people).toEqual([]);
    expect(named(report)).toEqual([
      'paper.txt has lines from paper, which need the code of the room: add --code CODE, or the line "code: CODE" to the file',
    ]);
  });

  test('keeps the same id in another file, and two people with equal lines count as two', () => {
    const ids = (name: string, ...lines: string[]) =>
      reportOf([[name, ...lines]], room.code).people.map(({ id }) => id);
    const [id] = ids('a.txt', line('Ada', TWOS));
    expect(ids('b.txt', 'Ben: 00Z0', line('Ada', TWOS, ', '))).toEqual([id]);
    const two = ids('a.txt', line('Ada', TWOS), line('Ada', TWOS));
    expect([two.length, new Set(two).size, two[0]]).toEqual([2, 2, id]);
  });

  test('with a code of other questions is refused, and both versions are named', () => {
    const rules = { lessons: ['first'], minutes: 0, feedback: 'now' } as const;
    const elsewhere = { index: small, lesson: () => first };
    const code = shownCode(makeRoomCode(elsewhere, rules, 7, '0.2.17'));
    const report = reportOf([['paper.txt', `code: ${code}`, line('Ada', TWOS)]]);
    expect(report.people).toEqual([]);
    expect(named(report)).toEqual([
      expect.stringMatching(
        /^paper\.txt:1 has a code that was made with 0\.2\.17 \(a1b2c3\), but this computer has version .*, and the questions differ\./,
      ),
      expect.stringMatching(/^paper\.txt:2 was not counted/),
    ]);
  });

  test('of another room is named, and not mixed in', () => {
    const other = shownCode(roomFor(course, 'the-answer').code);
    const count = course.lesson('the-answer').checks.length;
    const file: File = [
      'other.txt',
      `code: ${other}`,
      line('Eve', TWOS.slice(0, count)),
      'Q1: 9 9 9',
    ];
    const report = reportOf([file, ['paper.txt', line('Ada', TWOS)]], room.code);
    expect(report.people.map(({ name }) => name)).toEqual(['Ada']);
    expect(named(report)).toEqual([
      `other.txt:3 is from another room or has other lessons: its code is ${other}`,
      `other.txt:2 is from another room or has other lessons: its code is ${other}`,
    ]);
    expect(report.checks.filter(({ hands }) => hands)).toEqual([]);
  });

  test('is not counted in any room if the line with its room is wrong', () => {
    const report = reportOf([['p.txt', 'lesson: 9', line('Ada', TWOS)]], room.code);
    expect(named(report)).toEqual([
      "p.txt:1 names the lesson '9', which the course does not have",
      'p.txt:2 was not counted: the line of this file that names the room has to be corrected',
    ]);
    const both = ['p.txt', `code: ${CODE}`, 'lesson: 1', line('Ada', TWOS)] as const;
    expect(named(reportOf([both]))[0]).toMatch(
      /^p\.txt:2 is about another room than an earlier line/,
    );
  });
});

describe('raised hands', () => {
  const without = reportOf([['p.txt', line('Ada', TWOS), line('Ben', TWOS)]], room.code);
  const hands = seen(0).map((_, i) => 13 - i);
  const files: File[] = [
    ['p.txt', line('Ada', TWOS), line('Ben', TWOS), `q1) ${hands.join(', ')}`],
  ];
  const report = reportOf(files, room.code);
  const material = course.material();
  const first = report.checks.find(({ number }) => number === 1)?.check ?? '';
  const talkedAbout = { ...report, talkAbout: [first] };
  const shown = `hands: ${hands.join(' ')}`;

  test('change no number of the report', () => {
    const { checks: counted, ...rest } = report;
    const { checks: before, ...restBefore } = without;
    expect(rest).toEqual(restBefore);
    expect(counted.map(({ hands: _, ...one }) => one)).toEqual(
      before.map(({ hands: _, ...one }) => one),
    );
    expect(counted.find(({ number }) => number === 1)?.hands).toEqual(hands);
  });

  test('are beside their question in every form', () => {
    const slides = slideShow(report, material, { about: [] }).slides;
    const at = slides.findIndex(({ report: { hands: counts } }) => counts);
    const place = { index: at, of: slides.length, isRevealed: false };
    const page = slidePage(slides[at] as Slide, place, 72);
    expect(page.before.flatMap(({ spans }) => spans.map(({ text }) => text))).toContain(shown);
    expect(layOut(roomBlocks(report, material), 80)).toContain(`  ${shown}\n`);
    expect(briefText(talkedAbout, material, 80).split('\n').length).toBeLessThan(26);
    expect(briefText(talkedAbout, material, 80)).toContain(`  ${shown}\n`);
    expect(roomHtml(report, material)).toContain(`<p>${shown}</p>`);
    expect(roomCsv(report, material)).toMatch(new RegExp(`,${hands.join(' ')},,,\r\n`));
    const json = JSON.parse(roomJson(report)) as { checks: { number: number; hands: unknown }[] };
    expect(json.checks.filter((one) => one.hands !== null)).toMatchObject([{ number: 1, hands }]);
    expect(harmInHtml(roomHtml(report, material))).toBeUndefined();
  });

  test('are reported even if nobody handed in', () => {
    const alone = reportOf([['p.txt', `Q1: ${hands.join(' ')}`]], room.code);
    const text = layOut(roomBlocks(alone, material), 80);
    expect(text).toContain('No result could be counted.');
    expect(text).toContain(shown);
  });
});
