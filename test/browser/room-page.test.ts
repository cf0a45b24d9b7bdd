import { describe, expect, test } from 'vitest';
import { cleanName } from '../../src/core/room/person.js';
import { countedSubmissions } from '../../src/core/room-report/collect.js';
import { anonymous, roomReport } from '../../src/core/room-report/report.js';
import type { Result } from '../../src/core/room-report/result.js';
import type { Submission } from '../../src/core/room-report/submission.js';
import { roomHtml } from '../../src/formats/room-report/html.js';
import { atEachWidth, usingPage } from '../support/browser-page.js';
import { roomFor, shippedCourse } from '../support/shipped-course.js';
import { simulatedRoom } from '../support/simulated-room.js';

/** What may break: after a heading, and inside a question, a proof and an item of a list. */
const BREAKS = `[
  ...[...document.querySelectorAll('header, h1, h2, h3')].map((one) => getComputedStyle(one).breakAfter),
  ...[...document.querySelectorAll('article, blockquote, li')].map((one) => getComputedStyle(one).breakInside),
]`;

/** Names that would break a page that does not escape them. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</title></style><b>',
  'W'.repeat(32),
  '&lt;&amp;',
];

function pageOf(people: number, names: readonly string[]): string {
  const course = shippedCourse();
  const room = roomFor(course, 'two-voices', 'denied');
  const rising = (_: unknown, position: number): number => position / 4 - 1.5;
  const results = simulatedRoom(course, room, { people, seed: 11, difficulty: rising });
  const found = results.map((result: Result, i): Submission => {
    const name = cleanName(names[i] ?? '');
    const person = name === undefined ? result.person : { ...result.person, name, named: true };
    return { where: `${i}.json`, result: { ...result, person } };
  });
  const broken: Submission = { where: '<i>broken</i>.json', rejected: 'is broken or cut short' };
  const report = roomReport(course, countedSubmissions(course, [...found, broken], undefined));
  return roomHtml(names.length > 0 ? report : anonymous(report), course.material());
}

/** A live room: most people vote a second time on each question, and every fifth joins after the first question. */
function livePage(people: number): string {
  const course = shippedCourse();
  const room = roomFor(course, 'two-voices', 'denied');
  const results = simulatedRoom(course, room, { people, seed: 12, difficulty: () => 0 });
  const found = results.map((result: Result, i): Submission => {
    const isLate = i % 5 === 0;
    const second = result.answers
      .slice(0, isLate ? 3 : 6)
      .map(({ check }, j) => results[(i + j) % people]?.answers.find((one) => one.check === check))
      .flatMap((one) => (one ? [{ check: one.check, choice: one.choice }] : []));
    const answers = isLate ? result.answers.slice(1) : result.answers;
    const unseen = isLate ? result.answers.slice(0, 1).map(({ check }) => check) : [];
    return { where: `${i}.json`, result: { ...result, answers, second, unseen } };
  });
  const report = roomReport(course, countedSubmissions(course, found, undefined));
  return roomHtml(anonymous(report), course.material());
}

describe.each([
  ['of a live room of 23 people with second votes', livePage(23)],
  [
    'of 40 people, some with hostile names and two with one name',
    pageOf(40, [...HOSTILE, 'Ada', 'Ada']),
  ],
  ['of 7 people, without names', pageOf(7, [])],
  ['of nobody', pageOf(0, [])],
])('the page of a room %s', (_, html) => {
  atEachWidth(usingPage(html), 'script, img, b, i', (opened) => {
    test('keeps each heading with what follows it on paper', async () => {
      const { page } = opened();
      await page.emulateMedia({ media: 'print' });
      const breaks = await page.evaluate<string[]>(BREAKS);
      await page.emulateMedia({ media: 'screen' });
      expect(breaks.filter((one) => one !== 'avoid')).toEqual([]);
    });
  });
});

test('a page with second votes has both bars of each choice in words, and says which is which', () => {
  const page = livePage(23);
  const labels = [...page.matchAll(/aria-label="(First|Second) vote: (\d+) of (\d+)"/g)];
  expect(labels.length).toBeGreaterThan(6);
  expect(labels.map(([, vote]) => vote)).toEqual(
    labels.map((_, i) => (i % 2 === 0 ? 'First' : 'Second')),
  );
  expect(page).toMatch(
    /Second vote: \d+ of 23 right \(the same people in the first vote: \d+ of \d+\)\./,
  );
  expect(page).toContain('The upper bar is the first vote, the lower bar is the second.');
});
