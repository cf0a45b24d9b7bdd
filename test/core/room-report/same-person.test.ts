import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/core/course/course.js';
import { leftOutTexts, whoIsWhoTexts } from '../../../src/core/messages/room-report.js';
import { exerciseChecks, exerciseHash } from '../../../src/core/room/exercise.js';
import { handInOf, readHandIn } from '../../../src/core/room/hand-in-code.js';
import type { Feedback, Room } from '../../../src/core/room/room.js';
import { countedSubmissions } from '../../../src/core/room-report/collect.js';
import { type RoomReport, roomReport } from '../../../src/core/room-report/report.js';
import type { Result, ResultAnswer } from '../../../src/core/room-report/result.js';
import type { Submission } from '../../../src/core/room-report/submission.js';
import { roomFor, shippedCourse } from '../../support/shipped-course.js';

const course = shippedCourse();
const room = roomFor(course, 'two-voices');
const lessons = room.lessons.map(course.lesson);
const checks = exerciseChecks(lessons).map(({ check }) => check);

const right = ({ id, key }: Check): ResultAnswer => ({ check: id, choice: key });
/** @param which of the wrong choices, from 0 */
const wrong = ({ id, key, choices }: Check, which = 0): ResultAnswer => ({
  check: id,
  choice: choices.filter((one) => one.id !== key)[which]?.id ?? '',
});

/** A letter for each answer: r for right, w for wrong, x for another wrong one, - for none. */
const answersIn = (letters: string): ResultAnswer[] =>
  checks.flatMap((check, i): ResultAnswer[] => {
    const letter = letters[i] ?? '-';
    if (letter === '-') return [];
    return [letter === 'r' ? right(check) : wrong(check, letter === 'x' ? 1 : 0)];
  });

type Attempt = Partial<Omit<Result, 'answers'>> & { readonly answers: string };

const resultOf = (id: string, { answers, ...rest }: Attempt, of: Room = room): Result => ({
  course: course.index.id,
  exercise: exerciseHash(lessons),
  second: [],
  unseen: [],
  code: of.code,
  lessons: of.lessons,
  feedback: of.feedback,
  person: { id: `${id}00000000`, name: 'Ada', named: true },
  began: undefined,
  saved: 5,
  status: 'open',
  isLengthened: false,
  ...rest,
  answers: answersIn(answers),
});

const ALL = 'r'.repeat(checks.length);

const reportOf = (results: readonly Result[], isMerging = false): RoomReport =>
  roomReport(
    course,
    countedSubmissions(
      course,
      results.map((result): Submission => ({ where: `${result.person.id.slice(0, 4)}`, result })),
      undefined,
      isMerging,
    ),
  );

const offered = (report: RoomReport): string[][] =>
  report.maybeSame.map((ids) => ids.map((id) => id.slice(0, 4)).sort());

/** The letters of the only person. */
function lettersOf({ people }: RoomReport): string {
  expect(people).toHaveLength(1);
  const answers = people[0]?.answers;
  return checks
    .map(({ id, key, choices }) => {
      const given = answers?.get(id);
      if (given === undefined) return '-';
      if (given === key) return 'r';
      return choices.filter((one) => one.id !== key)[0]?.id === given ? 'w' : 'x';
    })
    .join('');
}

const wordRoom = (feedback: Feedback): Room => ({ ...room, code: 'TUESDAY', feedback });

describe('somebody who changed the computer in the middle', () => {
  test('is offered as one person if answers that were wrong are right on the second computer', () => {
    const both = [
      resultOf('AAAA', { answers: 'rwx' }),
      resultOf('BBBB', { answers: ALL, status: 'handed-in', saved: 8 }),
    ];
    const report = reportOf(both);
    expect(offered(report)).toEqual([['AAAA', 'BBBB']]);
    expect(whoIsWhoTexts(report)).toEqual([
      "These may be the same person: Ada (AAAA) and Ada (BBBB). They share a name, and at least one hasn't finished, so one person may have begun twice. To count that person once, with their first answers, add --merge.",
    ]);
  });

  test('counts with --merge with the answers that were given first', () => {
    const both = [
      resultOf('AAAA', { answers: 'rwx' }),
      resultOf('BBBB', { answers: ALL, status: 'handed-in', saved: 8 }),
    ];
    const merged = reportOf(both, true);
    expect(lettersOf(merged)).toBe(`rwx${ALL.slice(3)}`);
    expect(merged.people[0]).toMatchObject({ where: 'BBBB', status: 'handed-in' });
    expect(leftOutTexts(merged)).toEqual([
      { file: 'AAAA', why: 'is counted as the same person as BBBB' },
    ]);
  });

  test('is offered if neither computer has a finished exercise, whichever was saved last', () => {
    const first = { answers: 'wr', status: 'time-over', began: 1, saved: 9 } as const;
    const second = { answers: 'rrwr', status: 'time-over', began: 5, saved: 9 } as const;
    const both = [resultOf('AAAA', first), resultOf('BBBB', second)];
    for (const files of [both, [...both].reverse()]) {
      expect(offered(reportOf(files))).toHaveLength(1);
      expect(lettersOf(reportOf(files, true))).toBe('wrwr'.padEnd(checks.length, '-'));
    }
  });

  test('counts with all answers if the second computer went on where the first ended', () => {
    const both = [
      resultOf('AAAA', { answers: 'rw', saved: 9 }),
      resultOf('BBBB', { answers: '--wr', saved: 7 }),
    ];
    expect(lettersOf(reportOf(both, true))).toBe('rwwr'.padEnd(checks.length, '-'));
  });

  test('is not offered if a right answer became wrong, or another wrong one', () => {
    for (const later of [`w${ALL.slice(1)}`, `rx${ALL.slice(2)}`])
      expect(
        offered(
          reportOf([
            resultOf('AAAA', { answers: 'rw' }),
            resultOf('BBBB', { answers: later, status: 'handed-in' }),
          ]),
        ),
      ).toEqual([]);
  });

  test('is offered whatever the answers are if the second computer began after the first had stopped', () => {
    const at = (began: number, feedback: Feedback = 'now') => [
      resultOf('AAAA', { answers: 'rww', began: 1, saved: 4 }, wordRoom(feedback)),
      resultOf('BBBB', { answers: 'wxwr', began, saved: 9 }, wordRoom(feedback)),
    ];
    expect(offered(reportOf(at(5)))).toHaveLength(1);
    expect(lettersOf(reportOf(at(5), true))).toBe('rwwr'.padEnd(checks.length, '-'));
    expect(offered(reportOf(at(3)))).toEqual([]); // both worked at once
    expect(offered(reportOf(at(5, 'later')))).toEqual([]);
  });

  test('is not offered with other answers in a room where verdicts wait, and is in one where they do not', () => {
    for (const [feedback, groups] of [
      ['later', 0],
      ['now', 1],
    ] as const)
      expect(
        offered(
          reportOf([
            resultOf('AAAA', { answers: 'rw' }, wordRoom(feedback)),
            resultOf('BBBB', { answers: ALL, status: 'handed-in' }, wordRoom(feedback)),
          ]),
        ),
      ).toHaveLength(groups);
  });

  test('counts with the certainty that was given first, and with none if there was none', () => {
    const sure = (letters: string, certainty: 'guess' | 'certain', from = 0): ResultAnswer[] =>
      answersIn(letters).map((one, i) => (i < from ? one : { ...one, certainty }));
    const first = { ...resultOf('AAAA', { answers: '' }), answers: sure('rrr', 'guess', 1) };
    const second = {
      ...resultOf('BBBB', { answers: '', status: 'handed-in' }),
      answers: sure(ALL, 'certain'),
    };
    const [person] = reportOf([first, second], true).people;
    const certainties = checks.map(({ id }) => person?.certainties.get(id));
    expect(certainties.slice(0, 4)).toEqual([undefined, 'guess', 'guess', 'certain']);
  });

  test('is offered with a hand-in code from the first computer', () => {
    const chosen = new Map(answersIn('wr').map(({ check, choice }) => [check, choice]));
    const person = { id: 'AAAA00000000', name: 'Ada', named: true };
    const handIn = readHandIn(course, handInOf(course, { room, person, status: 'open' }, chosen));
    if ('rejected' in handIn) throw new Error(handIn.rejected);
    const found: Submission[] = [
      { where: 'codes.txt:1', handIn, name: 'ada' },
      { where: 'b', result: resultOf('BBBB', { answers: ALL, status: 'handed-in' }) },
    ];
    const of = (isMerging: boolean): RoomReport =>
      roomReport(course, countedSubmissions(course, found, undefined, isMerging));
    expect(offered(of(false))).toEqual([['AAAA', 'BBBB']]);
    expect(lettersOf(of(true))).toBe(`wr${ALL.slice(2)}`);
  });
});
