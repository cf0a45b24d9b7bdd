import { describe, expect, test } from 'vitest';
import { exerciseChecks } from '../../src/core/room/exercise.js';
import { handoutPage, type PaperPage, type PaperPart } from '../../src/formats/handout.js';
import { paperHtml } from '../../src/formats/handout-html.js';
import { keyPage } from '../../src/formats/handout-key.js';
import { atEachWidth, beyondWindow, usingPage } from '../support/browser-page.js';
import { roomFor, shippedCourse } from '../support/shipped-course.js';

const course = shippedCourse();
const room = roomFor(course, 'two-voices', 'denied');
const QUESTIONS = exerciseChecks(room.lessons.map(course.lesson)).length;
const handout = { course, material: course.material(), room, seed: room.code };

const HOSTILE = '</title></style><script>alert(1)</script><img src=x onerror=alert(1)>"&lt;&amp;';

/** The page of an author who tries to break it. */
function hostilePage(page: PaperPage): PaperPage {
  const hostilePart = (part: PaperPart): PaperPart => {
    if (part.kind === 'question')
      return { ...part, stem: HOSTILE, about: HOSTILE, choices: part.choices.map(hostileChoice) };
    if (part.kind === 'board')
      return {
        ...part,
        headings: part.headings.map((heading) => ({ ...heading, text: HOSTILE })),
        rows: part.rows.map((row) => ({ ...row, statement: HOSTILE })),
      };
    if (part.kind === 'lesson') return { ...part, title: HOSTILE };
    return part.kind === 'note' ? { ...part, text: HOSTILE } : part;
  };
  const hostileChoice = <T extends object>(choice: T) => ({
    ...choice,
    text: HOSTILE,
    below: [HOSTILE],
  });
  return { ...page, title: HOSTILE, room: HOSTILE, parts: page.parts.map(hostilePart) };
}

/** The number of sheets that a browser prints. */
const sheetsIn = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** Runs in the page, laid out for paper: which of these are higher than what a sheet of Letter can hold. */
const TOO_HIGH = `[...document.querySelectorAll('.question, .strip')]
  .filter((one) => one.getBoundingClientRect().height > (279 - 32) * 96 / 25.4).length`;

/** The widths of A4 and Letter without their margins, in CSS pixels. */
const PAPER = [
  ['A4', Math.round(((210 - 30) * 96) / 25.4)],
  ['Letter', Math.round(((216 - 30) * 96) / 25.4)],
] as const;

describe.each([
  ['the handout', handoutPage(handout), [2, 6], 1],
  ['the key', keyPage(handout), [4, 9], 0],
  ['the handout of a hostile author', hostilePage(handoutPage(handout)), [2, 20], 1],
  ['the key of a hostile author', hostilePage(keyPage(handout)), [4, 40], 0],
] as const)('%s', (_, paper, [fewest, most], strips) => {
  const opens = usingPage(paperHtml(paper));

  atEachWidth(opens, 'script, img', (opened) => {
    test('is black on white in every theme', async () => {
      const colours = 'getComputedStyle(document.body)';
      expect(
        await opened().page.evaluate(`[${colours}.color, ${colours}.backgroundColor]`),
      ).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    });
  });

  test.each(PAPER)(
    'prints on %s, with no question and no strip in two parts',
    async (format, width) => {
      const { page } = await opens(width, 'light');
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate(TOO_HIGH)).toBe(0);
      expect(await beyondWindow(page)).toBeLessThanOrEqual(0);
      const kept = `[...document.querySelectorAll('.question, .strip')]
      .every((one) => getComputedStyle(one).breakInside === 'avoid')`;
      const headed = `[...document.querySelectorAll('h1, h2, h3, .note')]
      .every((one) => getComputedStyle(one).breakAfter === 'avoid')`;
      expect(await page.evaluate(`[${kept}, ${headed}]`)).toEqual([true, true]);
      expect(await page.locator('.strip').count()).toBe(strips);
      expect(await page.locator('.strip .box:visible').count()).toBe(strips * QUESTIONS);
      const sheets = sheetsIn(await page.pdf({ format }));
      expect(sheets).toBeGreaterThanOrEqual(fewest);
      expect(sheets).toBeLessThanOrEqual(most);
    },
  );
});
