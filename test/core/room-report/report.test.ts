import { describe, expect, test } from 'vitest';
import { chance } from '../../../scripts/chance.mjs';
import type { Check } from '../../../src/core/course/course.js';
import { checksOf } from '../../../src/core/course/lesson.js';
import { leftOutTexts, whoIsWhoTexts } from '../../../src/core/messages/room-report.js';
import { handInOf, readHandIn } from '../../../src/core/room/hand-in-code.js';
import { countedSubmissions } from '../../../src/core/room-report/collect.js';
import { readSubmission } from '../../../src/core/room-report/read-submission.js';
import { anonymous, type RoomReport, roomReport } from '../../../src/core/room-report/report.js';
import type { Result } from '../../../src/core/room-report/result.js';
import type { Submission } from '../../../src/core/room-report/submission.js';
import { roomFor, shippedCourse } from '../../support/shipped-course.js';
import { knows, normal, simulatedRoom } from '../../support/simulated-room.js';

const course = shippedCourse();

const files = (results: readonly Result[]): Submission[] =>
  results.map((result, i) => ({ where: `${i}.json`, result }));

const reportOf = (
  submissions: readonly Submission[],
  code?: string,
  isMerging?: boolean,
): RoomReport => roomReport(course, countedSubmissions(course, submissions, code, isMerging));

/** Difficulties that rise from -1.5 to 1.5 in course order. */
const rising = (count: number) => (_: Check, position: number) =>
  (position / (count - 1)) * 3 - 1.5;

describe('the report of a simulated room of 300', () => {
  const fullRoom = roomFor(course, ...course.index.lessons.map(({ id }) => id));
  const count = course.index.lessons.reduce((sum, { checks }) => sum + checks.length, 0);
  const wrongKey = course.lesson('two-voices').checks[3] ?? '';
  const model = { people: 300, seed: 5, difficulty: rising(count), wrongKey };
  const report = reportOf(files(simulatedRoom(course, fullRoom, model)));

  test('names the check with the planted wrong key as the check to look at', () => {
    const flagged = report.checks.filter(({ flags }) => flags.includes('look-at-key'));
    expect(flagged.map(({ check }) => check)).toEqual([wrongKey]);
  });

  test('has each p within sampling error of the model', () => {
    // The mean probability over many abilities of the same distribution.
    const { next } = chance(99);
    const abilities = Array.from({ length: 20_000 }, () => normal(next));
    for (const { check, number, p = 0 } of report.checks) {
      if (check === wrongKey) continue;
      const difficulty = ((number - 1) / (count - 1)) * 3 - 1.5;
      const truth =
        abilities.reduce((sum, ability) => sum + knows(ability, difficulty), 0) / abilities.length;
      // Four standard errors: with sixty checks, about 1 in 300 rooms would fall outside.
      expect(Math.abs(p - truth)).toBeLessThan(4 * Math.sqrt((truth * (1 - truth)) / 300));
    }
  });

  test('lists the hardest checks first, and three missed checks to discuss', () => {
    const shares = report.checks.map(({ p }) => p ?? 2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(report.talkAbout).toEqual(report.checks.slice(0, 3).map(({ check }) => check));
  });

  test('has a reliability, and counts every answer by skill', () => {
    expect(report.kr20).toBeGreaterThan(0.8);
    expect(report.skills.reduce((sum, { of }) => sum + of, 0)).toBe(300 * count);
  });
});

describe.each(course.index.lessons.map(({ id }) => id))('hand-in codes of %s', (lesson) => {
  const room = roomFor(course, lesson);
  const results = simulatedRoom(course, room, { people: 40, seed: 3, difficulty: rising(9) });

  test('give the same report as the result files', () => {
    const codes = results.map((result, i): Submission => {
      const chosen = new Map(result.answers.map(({ check, choice }) => [check, choice]));
      const code = handInOf(course, { room, person: result.person, status: 'handed-in' }, chosen);
      const handIn = readHandIn(course, code);
      if ('rejected' in handIn) throw new Error(handIn.rejected);
      return { where: `codes.txt:${i + 1}`, handIn, name: undefined };
    });
    const [byCode, byFile] = [reportOf(codes, room.code), reportOf(files(results))];
    const withoutFiles = ({ people, ...rest }: RoomReport) => ({
      ...rest,
      people: people.map(({ name, answered, right }) => ({ name, answered, right })),
    });
    expect(withoutFiles(byCode)).toEqual(withoutFiles(byFile));
    expect(byCode.people.length).toBe(40);
  });
});

describe('a submission', () => {
  const room = roomFor(course, 'two-voices');
  const [ada, ben] = simulatedRoom(course, room, { people: 2, seed: 1, difficulty: rising(7) });
  if (!ada || !ben) throw new Error('nobody came');
  const submission = (result: Result, where: string): Submission => ({ where, result });
  const counted = (report: RoomReport): (string | undefined)[] =>
    report.people.map(({ where }) => where);
  const reasons = (report: RoomReport): string[] =>
    leftOutTexts(report).map(({ file, why: text }) => `${file} ${text}`);

  test('counts once for each person: the complete one, or else the latest', () => {
    const part = { ...ada, status: 'open' as const, answers: ada.answers.slice(0, 2), saved: 9 };
    const later = { ...ada, saved: 5 };
    const report = reportOf([
      submission(ada, 'a'),
      submission(part, 'part'),
      submission(later, 'later'),
      submission(ben, 'b'),
    ]);
    expect(counted(report)).toEqual(['later', 'b']);
    expect(reasons(report)).toEqual([
      'a is from the same person as later',
      'part is from the same person as later',
    ]);
  });

  const withName = (id: string, name: string) => ({ id, name, named: true });

  test('counts twice if a person may have gone on at another computer, and once with --merge', () => {
    const begun = { ...ada, status: 'open' as const, answers: ada.answers.slice(0, 3), saved: 1 };
    const both = [
      submission({ ...begun, person: withName('AAAA00000000', 'Ada') }, 'a'),
      submission({ ...ada, person: withName('BBBB00000000', 'ADA'), saved: 8 }, 'b'),
    ];
    const report = reportOf(both);
    expect(counted(report)).toEqual(['a', 'b']);
    expect(whoIsWhoTexts(report)).toEqual([
      "These may be the same person: Ada (AAAA) and ADA (BBBB). They share a name, and at least one hasn't finished, so one person may have begun twice. To count that person once, with their first answers, add --merge.",
    ]);
    expect(whoIsWhoTexts(anonymous(report)).join()).toContain(
      'Person 1 (AAAA) and Person 2 (BBBB)',
    );
    const merged = reportOf(both, undefined, true);
    expect(counted(merged)).toEqual(['b']);
    expect(reasons(merged)).toEqual(['a is counted as the same person as b']);
    expect(whoIsWhoTexts(merged)).toEqual([]);
  });

  test('counts once with --merge, also if the time of the first attempt was over before its end', () => {
    const left = { ...ada, status: 'time-over' as const, answers: ada.answers.slice(0, 3) };
    const both = [
      submission({ ...left, person: withName('AAAA00000000', 'Hal'), saved: 9 }, 'a'),
      submission({ ...ada, person: withName('BBBB00000000', 'Hal'), saved: 8 }, 'b'),
    ];
    expect(whoIsWhoTexts(reportOf(both)).join()).toContain('Hal (AAAA) and Hal (BBBB)');
    expect(counted(reportOf(both, undefined, true))).toEqual(['b']);
  });

  test('counts each of two people of one name, also with --merge, if their answers differ', () => {
    const open = { ...ben, status: 'open' as const, answers: ben.answers.slice(0, 3) };
    const two = [
      submission({ ...open, person: withName('AAAA00000000', 'Max') }, 'a'),
      submission({ ...ada, person: withName('BBBB00000000', 'Max') }, 'b'),
    ];
    expect(open.answers.some(({ choice }, i) => choice !== ada.answers[i]?.choice)).toBe(true);
    expect(reportOf(two).maybeSame).toEqual([]);
    expect(counted(reportOf(two, undefined, true))).toEqual(['a', 'b']);
  });

  test('counts for each of two people of one name who completed the exercise, with a note', () => {
    const report = reportOf([
      submission({ ...ada, person: withName('AAAA00000000', 'Max') }, 'a'),
      submission({ ...ben, person: withName('BBBB00000000', 'max') }, 'b'),
    ]);
    expect(counted(report)).toEqual(['a', 'b']);
    expect(report.sharedNames).toEqual(['Max']);
    expect(whoIsWhoTexts(report)).toEqual([
      'Several people share a name (Max). Each person is counted.',
    ]);
  });

  test('counts once if a person hands in a file and a code, whatever name is before the code', () => {
    const chosen = new Map(ada.answers.map(({ check, choice }) => [check, choice]));
    const handIn = readHandIn(
      course,
      handInOf(course, { room, person: ada.person, status: 'handed-in' }, chosen),
    );
    if ('rejected' in handIn) throw new Error(handIn.rejected);
    const report = reportOf([
      submission(ada, 'a'),
      { where: 'codes.txt:1', handIn, name: 'Ada L.' },
    ]);
    expect(counted(report)).toEqual(['a']);
  });

  test('counts for each of two people whose ids begin alike', () => {
    const report = reportOf([
      submission({ ...ada, person: { ...ada.person, id: 'AAAA00000000' } }, 'a'),
      submission({ ...ben, person: { ...ben.person, id: 'AAAA11111111' } }, 'b'),
    ]);
    expect(counted(report)).toEqual(['a', 'b']);
  });

  test('counts if its room and lessons are those of most submissions', () => {
    const word = { ...room, code: 'TUESDAY' };
    const many = simulatedRoom(course, word, { people: 5, seed: 6, difficulty: rising(7) });
    const [odd] = simulatedRoom(
      course,
      { ...roomFor(course, 'denied'), code: 'TUESDAY' },
      {
        people: 1,
        seed: 9,
        difficulty: rising(7),
      },
    );
    if (!odd) throw new Error('nobody came');
    for (const code of [undefined, 'TUESDAY']) {
      const report = reportOf([submission(odd, 'odd'), ...files(many)], code);
      expect([report.people.length, report.lessons]).toEqual([5, ['two-voices']]);
      expect(report.leftOut.map(({ where }) => where)).toEqual(['odd']);
    }
  });

  test('counts for each of two people who got the same made-up name', () => {
    const withMadeUpName = (id: string) => ({ id, name: 'Quiet Heron', named: false });
    const report = reportOf([
      submission({ ...ada, person: withMadeUpName('AAAA00000000') }, 'a'),
      submission({ ...ben, person: withMadeUpName('BBBB00000000') }, 'b'),
    ]);
    expect(counted(report)).toEqual(['a', 'b']);
  });

  test('does not count if it has another course, version, room or set of answers', () => {
    const report = reportOf([
      submission(ada, 'a'),
      submission(ben, 'b'),
      submission({ ...ben, course: 'elsewhere', lessons: ['x'] }, 'course'),
      submission({ ...ben, exercise: '00000000' }, 'version'),
      submission({ ...ben, code: 'OTHERROOM' }, 'room'),
      submission(
        { ...ben, answers: [{ check: ben.answers[0]?.check ?? '', choice: 'none-such' }] },
        'answers',
      ),
      { where: 'cut', rejected: 'is broken or cut short' },
    ]);
    expect(counted(report)).toEqual(['a', 'b']);
    expect(reasons(report).sort()).toEqual([
      'answers has answers that the exercise does not offer',
      'course is from another course: elsewhere',
      'cut is broken or cut short',
      'room is from another room or has other lessons: its code is OTHERROOM',
      'version is from another version of the course: its questions or right answers differ',
    ]);
  });

  test('counts if it is from the requested room, even if most are from another room', () => {
    const others = simulatedRoom(
      course,
      { ...room, code: 'OTHER' },
      { people: 5, seed: 8, difficulty: rising(7) },
    );
    expect(counted(reportOf([...files(others), submission(ada, 'a')], room.code))).toEqual(['a']);
    expect(counted(reportOf([...files(others), submission(ada, 'a')]))).toHaveLength(5);
  });

  test.each([
    [{ handedIn: 3, because: 'chosen' }, 'handed-in'],
    [{ handedIn: 3, because: 'time' }, 'time-over'],
    [{}, 'handed-in'], // everything is answered
    [{ status: 'open' }, 'open'],
    [{ status: 'time-over', lengthened: true }, 'time-over'],
    [{ status: 'elsewhere' }, 'handed-in'],
  ])('with %j has a status, also if it is of a version before there was one', (fields, status) => {
    const { status: _, isLengthened: __, ...written } = ada;
    const text = JSON.stringify({
      ...{ kind: 'on-the-record result', version: 1, ...written, course: { id: ada.course } },
      ...fields,
    });
    const [person] = reportOf(readSubmission(course, 'a.json', text)).people;
    expect(person).toMatchObject({ status, isLengthened: 'lengthened' in fields });
  });

  test('is graded by the course, whatever score the file contains', () => {
    const checks = checksOf(course.lesson('two-voices'));
    const answers = checks.map(({ id, key }) => ({ check: id, choice: key }));
    expect(reportOf([submission({ ...ada, answers }, 'a')]).people[0]).toMatchObject({
      right: answers.length,
      answered: answers.length,
    });
  });
});

test('an anonymous report says that a result counts as another, and not under which name', () => {
  const course = shippedCourse();
  const room = roomFor(course, 'the-dispute');
  const empty = roomReport(course, countedSubmissions(course, [], room.code));
  const why = 'is from the same person as';
  const leftOut = [{ where: 'ada-2.json', name: 'Ada', why, countedAt: 'ada.json' }];
  expect(anonymous({ ...empty, leftOut }).leftOut).toEqual([
    { where: 'file 1', why, countedAt: 'another' },
  ]);
});

test('an anonymous report has the line of a code with a mistake, and a number for each file', () => {
  const course = shippedCourse();
  const room = roomFor(course, 'the-dispute');
  const empty = roomReport(course, countedSubmissions(course, [], room.code));
  const why = 'has a code in which a character is wrong: ask for the code again';
  const leftOut = ['ada.txt:3', 'ben.json', 'ada.txt:12', 'cy/10:30/bea.json'].map((where) => ({
    where,
    why,
  }));
  expect(anonymous({ ...empty, leftOut }).leftOut.map(({ where }) => where)).toEqual([
    'file 1, line 3',
    'file 2',
    'file 1, line 12',
    'file 3',
  ]);
});
