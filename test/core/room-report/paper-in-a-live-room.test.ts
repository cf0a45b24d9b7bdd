import { describe, expect, test } from 'vitest';
import type { Happening } from '../../../src/core/live-room/event.js';
import { countedSubmissions } from '../../../src/core/room-report/collect.js';
import { readSubmission } from '../../../src/core/room-report/read-submission.js';
import { roomReport } from '../../../src/core/room-report/report.js';
import type { Submission } from '../../../src/core/room-report/submission.js';
import { answering, joining } from '../../support/live-journal.js';
import {
  course,
  journal,
  questions,
  resultFiles,
  room,
  rules,
  stops,
} from '../../support/reported-room.js';

const COUNT = questions.length;

/** Ada is in the room, which opens the votes of these questions. She answers those in `answered`. */
const roomWith = (opened: readonly number[], answered: readonly number[]): Happening[] => [
  joining(0, 'Ada'),
  { k: 'begin' },
  ...opened.flatMap((i): Happening[] => [
    { k: 'go', stop: questions[i] ?? 0 },
    ...(answered.includes(i) ? [answering(stops, 0, questions[i] ?? 0, 1, true)] : []),
    { k: 'close' },
  ]),
  { k: 'end' },
];

/** A line with an answer to each of these questions. */
const paper = (name: string, answered: readonly number[]): string =>
  `${name}: ${questions.map((_, i) => (answered.includes(i) ? 1 : '-')).join(' ')}`;

/** "Ada: 3 of 4" for each person: how many questions they answered of those that count. */
function counts(found: readonly Submission[], ...lines: readonly string[]): string[] {
  const onPaper = readSubmission(course, 'paper.txt', lines.join('\n'));
  const { people } = roomReport(
    course,
    countedSubmissions(course, [...found, ...onPaper], room.code),
  );
  return people.map(({ name, answered, of }) => `${name}: ${answered} of ${of}`);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('people on paper in a live room', () => {
  const early = roomWith(upTo(COUNT - 2), upTo(COUNT - 2));

  test('are not asked what the room never opened, as people in the room', () => {
    const all = [`Ada: ${COUNT - 2} of ${COUNT - 2}`, `Petra: ${COUNT - 3} of ${COUNT - 2}`];
    expect(counts(journal(early), paper('Petra', upTo(COUNT - 3)))).toEqual(all);
    expect(counts(resultFiles(early), paper('Petra', upTo(COUNT - 3)))).toEqual(all);
    expect(
      counts([...resultFiles(early), ...journal(early)], paper('Petra', upTo(COUNT - 3))),
    ).toEqual(all);
  });

  test('are counted for what they answered all the same', () => {
    expect(counts(journal(early), paper('Petra', upTo(COUNT - 1)), paper('Paul', [0]))).toEqual([
      `Ada: ${COUNT - 2} of ${COUNT - 2}`,
      `Petra: ${COUNT - 1} of ${COUNT - 1}`,
      `Paul: 1 of ${COUNT - 2}`,
    ]);
  });

  test('are asked what was opened if anybody answered it, in the room or on paper', () => {
    const three = journal(roomWith([0, 1, 2], [0]));
    expect(counts(three, paper('Petra', [0]))).toEqual(['Ada: 1 of 1', 'Petra: 1 of 1']);
    expect(counts(three, paper('Petra', [0]), paper('Paul', [0, 1]))).toEqual([
      'Ada: 1 of 1',
      'Petra: 1 of 2',
      'Paul: 2 of 2',
    ]);
  });

  test('are asked everything if the room asked nothing, or everyone at their own pace', () => {
    const none = journal([joining(0, 'Ada'), { k: 'end' }]);
    expect(counts(none, paper('Petra', [0, 1]))).toEqual([`Petra: 2 of ${COUNT}`]);
    const own = journal(
      [joining(0, 'Ada'), { k: 'begin' }, answering(stops, 0, questions[0] ?? 0, 1, true)],
      { ...rules, pace: 'own' },
    );
    expect(counts(own, paper('Petra', [0, 1]))).toEqual([
      `Ada: 1 of ${COUNT}`,
      `Petra: 2 of ${COUNT}`,
    ]);
  });

  test('who also were in the room are counted once, also for what they answered only on paper', () => {
    const ada = readSubmission(course, 'paper.txt', paper('Ada', [COUNT - 2, COUNT - 1]));
    const merged = countedSubmissions(course, [...journal(early), ...ada], room.code, true);
    const { people } = roomReport(course, merged);
    expect(people.map(({ answered, of }) => [answered, of])).toEqual([[COUNT, COUNT]]);
  });
});
