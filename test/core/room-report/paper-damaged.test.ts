import { expect, test } from 'vitest';
import { chance } from '../../../scripts/chance.mjs';
import { exerciseChecks } from '../../../src/core/room/exercise.js';
import { handInOf, shownHandIn } from '../../../src/core/room/hand-in-code.js';
import { countedSubmissions } from '../../../src/core/room-report/collect.js';
import { readSubmission } from '../../../src/core/room-report/read-submission.js';
import { roomReport } from '../../../src/core/room-report/report.js';
import { roomHtml } from '../../../src/formats/room-report/html.js';
import { layOut } from '../../../src/plain/block.js';
import { roomBlocks } from '../../../src/plain/room-report.js';
import { harmInHtml, hiddenIn } from '../../support/hostile-characters.js';
import { resultFileText } from '../../support/result-file.js';
import { roomFor, shippedCourse } from '../../support/shipped-course.js';
import { simulatedRoom } from '../../support/simulated-room.js';

const course = shippedCourse();
const room = roomFor(course, 'denied');
const asked = exerciseChecks([course.lesson('denied')]).map(({ check }) => check);
const { whole, pick } = chance(23);

const [first, second] = simulatedRoom(course, room, { people: 2, seed: 2, difficulty: () => 0 });
if (!first || !second) throw new Error('nobody came');
const chosen = new Map(second.answers.map(({ check, choice }) => [check, choice]));
const code = shownHandIn(
  handInOf(course, { room, person: second.person, status: 'handed-in' }, chosen),
);

const oneOf = (...words: readonly string[]): string => pick(words) ?? '';
const place = (): number => whole(0, asked.length - 1);
const choicesAt = (at: number): number => asked[at]?.choices.length ?? 0;
const numbers = (): number[] => asked.map((_, at) => whole(1, choicesAt(at)));
const changed = (item: number | string): (number | string)[] =>
  (numbers() as (number | string)[]).with(place(), item);
const name = (): string => `${oneOf('Ada', 'Ben', 'Zoë', '李', 'O’Neil 2')} ${whole(1, 999)}`;
const line = (said: string, words: readonly (number | string)[]): string =>
  `${said}: ${words.join(oneOf(' ', ',', ', '))}`;
const counts = (many: number): string => Array.from({ length: many }, () => whole(0, 20)).join(' ');

/** A damaged line, and why the report does not count it. */
type Damage = readonly [text: string, why: RegExp];

const FIVE = 'the exercise has 5 questions$';
const TALK = /^has \d+ lines with neither a code nor answers from paper$/;
const DAMAGES: readonly (() => Damage)[] = [
  () => [line(name(), numbers().slice(1)), new RegExp(`has 4 answers, but ${FIVE}`)],
  () => [line(name(), [...numbers(), 1]), new RegExp(`has 6 answers, but ${FIVE}`)],
  () => [
    line(name(), changed(whole(5, 999))),
    /the answer \d+ to question \d, which has \d choices$/,
  ],
  () => [
    line(name(), changed(oneOf('x', '2a', 'two', '1.5', '1000', '<b>'))),
    /text among its numbers: write only numbers, and - where there is no number$/,
  ],
  () => [line(oneOf('', '?', '…', '“”'), numbers()), /has no name before its numbers$/],
  () => [
    line(
      name(),
      asked.map(() => oneOf('-', '0', '–')),
    ),
    /has no answers$/,
  ],
  () => [`Q${whole(6, 999)}: ${counts(3)}`, new RegExp(`hands for question \\d+, but ${FIVE}`)],
  () => {
    const at = place();
    const text = `Q${at + 1}: ${counts(choicesAt(at) + whole(1, 3))}`;
    return [text, /has \d+ counts of hands, but question \d has \d choices$/];
  },
  () => {
    const at = place();
    return [`q${at + 1}) ${counts(choicesAt(at))}`, /for question \d again, as good\.txt:\d+$/];
  },
  () => [`Q2 ${counts(2)} ${oneOf('x', '?', 'many')}`, /has text among its numbers/],
  () => [
    `${name()}: ${code.slice(0, -whole(1, 3))}`,
    /not a complete hand-in code: ask for the code/,
  ],
  () => [oneOf('later', 'Ada: was ill', 'Ben 2 left', 'x'.repeat(whole(1, 2_000))), TALK],
  () => [`${'x '.repeat(whole(150, 2_000))}${code}`, /is too long for a name and a code$/],
];

type File = readonly [name: string, text: string];

const reportOf = (...files: readonly File[]) =>
  roomReport(
    course,
    countedSubmissions(
      course,
      files.flatMap(([file, text]) => readSubmission(course, file, text)),
      undefined,
    ),
  );

test('1,000 damaged lines are each named with line and reason, and change nothing of what is right', () => {
  const damaged = Array.from({ length: 1_000 }, (_, i): Damage => {
    return DAMAGES[i % DAMAGES.length]?.() ?? ['', /^$/];
  });
  const good = [
    `Code: ${room.code}`,
    ...Array.from({ length: 25 }, (_, i) => line(`Good ${i}`, numbers())),
    ...asked.map((_, at) => `Q${at + 1}: ${counts(choicesAt(at))}`),
    `Late: ${code}`,
  ];
  const right: File[] = [
    ['0.json', resultFileText(course, room, first)],
    ['good.txt', good.join('\n')],
  ];
  const before = reportOf(...right);
  const after = reportOf(...right, ['bad.txt', damaged.map(([text]) => text).join('\r\n')]);
  expect(before.people).toHaveLength(27);
  expect(before.checks.every(({ hands }) => hands)).toBe(true);
  expect(before.leftOut).toEqual([]);
  expect({ ...after, leftOut: [] }).toEqual(before);
  const reasons = new Map(after.leftOut.map((one) => [one.where, one]));
  damaged.forEach(([text, why], i) => {
    const { why: said, countedAt } =
      reasons.get(why === TALK ? 'bad.txt' : `bad.txt:${i + 1}`) ?? {};
    expect(`${said}${countedAt ? ` ${countedAt}` : ''}`, text).toMatch(why);
  });
  const material = course.material();
  expect(hiddenIn(layOut(roomBlocks(after, material), 80))).toBeUndefined();
  expect(harmInHtml(roomHtml(after, material))).toBeUndefined();
});
