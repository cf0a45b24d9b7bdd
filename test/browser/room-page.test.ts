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

describe.each([
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
