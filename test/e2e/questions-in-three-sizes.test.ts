import { describe, expect, test } from 'vitest';
import { NOTHING_READ } from '../../src/core/messages/ledger.js';
import { boardLabel, INVENTED } from '../../src/core/messages/lesson.js';
import { ASKS_WHAT_WAS_READ } from '../../src/core/messages/review.js';
import {
  checkOf,
  goOn,
  isInLesson,
  isJudged,
  isQuestion,
  isSecondLook,
  isVerdict,
  lessonOf,
  moveTo,
  opening,
  pressed,
} from '../support/learner.js';
import { cameTo, wentThrough } from '../support/past.js';
import { usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { shippedCourse } from '../support/shipped-course.js';
import { KEY } from '../support/terminal.js';
import { allWords, FIRST_SIZE, looksRight, resized, THREE_SIZES } from '../support/three-sizes.js';

const READ = ['the-dispute', 'two-voices', 'denied'];
const QUESTION = checkOf('the-dispute', 'how-wide');
const BOARD = lessonOf('two-voices').body.find((step) => step.kind === 'board');

/** Answers the question on screen with a choice, and waits for what follows. */
async function answer(terminal: Screen, number: string): Promise<void> {
  await terminal.shows(isQuestion);
  await pressed(terminal, number);
  terminal.press(KEY.enter);
  await terminal.shows(isJudged);
}

const MISSES = QUESTION.choices.filter(({ id }) => id !== QUESTION.key).map(({ text }) => text);

/** The number on screen of the first wrong choice that was not tried. */
const numberOfMiss = (terminal: Screen): string =>
  terminal
    .rows()
    .find((row) => MISSES.some((text) => row.includes(text)) && !row.includes('(tried)'))
    ?.trim()
    .replace(/^✗ /, '')[0] ?? '';

/** Goes through a quiz in windows of all three sizes. @returns how many questions it had */
async function goThroughQuiz(
  terminal: Screen,
  at: { readonly question: () => void; readonly verdict: () => Promise<void> },
): Promise<number> {
  const title = terminal.rows()[0]?.trim().split('  ')[0] ?? '';
  let asked = 0;
  for (; isQuestion(terminal); asked++) {
    await resized(terminal, THREE_SIZES[asked % 3] ?? FIRST_SIZE, title);
    at.question();
    await answer(terminal, '1');
    await at.verdict();
    while (isVerdict(terminal)) await pressed(terminal, KEY.space);
  }
  await resized(terminal, FIRST_SIZE, title);
  return asked;
}

/** Many pages in one run, on a machine that may be busy. */
const SLOW = { timeout: 60_000 };

describe('at 80x24, 40x12 and 120x40', () => {
  const { begin, data } = usingProgram();

  test(
    'a lesson shows an example, a reading, a question, a second look, a verdict and a question in the text',
    SLOW,
    async () => {
      const terminal = begin({ ...FIRST_SIZE, args: ['learn', 'the-dispute'] });
      const title = '1 · ';
      await terminal.shows(isInLesson);
      await looksRight(terminal, { title, opensWith: [INVENTED] });
      await pressed(terminal, KEY.space);
      await looksRight(terminal, {
        title,
        opensWith: ['Retold, not quoted · ¶1'],
        says: ['Look for'],
      });
      await pressed(terminal, KEY.space);
      const asked = [opening(QUESTION.stem), ...QUESTION.choices.map(({ text }) => text)];
      await looksRight(terminal, { title, opensWith: [...asked, 'enter answer'] });
      await answer(terminal, numberOfMiss(terminal));
      await looksRight(terminal, {
        title,
        opensWith: ['Not this time', 'The trap: ', 's show answer'],
      });
      terminal.press(KEY.enter);
      await terminal.shows('(tried)');
      await looksRight(terminal, { title, opensWith: [...asked, '(tried)'] });
      await answer(terminal, numberOfMiss(terminal));
      await looksRight(terminal, {
        title,
        opensWith: [...asked, 'your answer', 'Not this time'],
        says: [' Ask: ', '¶1, sentence 1'],
      });
      await pressed(terminal, 'm');
      await looksRight(terminal, { title, says: ['the-dispute/how-wide', 'm less'] });
      await goOn(terminal);
      await terminal.shows(isQuestion);
      await looksRight(terminal, { title, opensWith: ['[1 ', '[2 ', '[3 ', 'enter answer'] });
      await pressed(terminal, '2');
      await looksRight(terminal, { title, opensWith: ['[1 ', /❯ ?2 /, '[3 '] });
    },
  );

  test('a board shows its headings and its statements, and how many are to go', async () => {
    if (!BOARD) throw new Error('the lesson has no board');
    cameTo(data(), 'two-voices', BOARD.id);
    const terminal = begin({ ...FIRST_SIZE, args: ['learn', 'two-voices'] });
    await terminal.shows('to go)');
    const { stem, headings, rows } = BOARD;
    const title = '2 · ';
    const asked = [opening(stem), ...headings.map(({ text }, i) => `${i + 1} ${text}`)];
    await looksRight(terminal, {
      title,
      opensWith: [...asked, boardLabel(rows.length), opening(rows[0]?.stem ?? '')],
    });
    for (const _ of rows) await pressed(terminal, '1');
    await pressed(terminal, KEY.enter);
    await terminal.shows(isSecondLook);
    await looksRight(terminal, {
      title,
      opensWith: ['Not this time', 'to go)'],
      says: ['s show answer'],
    });
    await pressed(terminal, 's');
    await terminal.shows(isVerdict);
    await looksRight(terminal, { title, opensWith: ['✓', '✗'], says: [/¶\d, sentence/] });
  });

  test(
    'a round of ten counts, ends with the best so far, and gives away nothing unread',
    SLOW,
    async () => {
      wentThrough(data(), READ);
      const { passages, sources } = shippedCourse().material();
      expect(passages.length).toBeGreaterThan(5);
      const unread = sources.filter(({ name }) => /^A /.test(name)).map(({ name }) => name);
      const terminal = begin({ ...FIRST_SIZE, args: ['drill'] });
      const verdict = async (): Promise<void> => {
        expect(terminal.text()).toMatch(/\d+ right/);
        await pressed(terminal, 'm');
        const words = await allWords(terminal);
        for (const name of unread) expect(words).not.toContain(name);
        expect(words).not.toMatch(/¶[6-9]/);
      };
      await terminal.shows(isQuestion);
      expect(await goThroughQuiz(terminal, { question: () => {}, verdict })).toBe(10);
      await looksRight(terminal, { title: 'Who said it?', opensWith: [/\d+ of 10/] });
      await moveTo(terminal, 'Another round');
      await pressed(terminal, KEY.enter);
      await terminal.shows(isQuestion);
      await goThroughQuiz(terminal, { question: () => {}, verdict: async () => {} });
      await looksRight(terminal, {
        title: 'Who said it?',
        opensWith: [/\d+ of 10 right, your best: \d+/],
      });
    },
  );

  test('a review has as many questions as home says, and none with the number of a paragraph', async () => {
    wentThrough(data(), READ);
    const terminal = begin(FIRST_SIZE);
    await terminal.shows('Review');
    const counted = /Review +(?:\d+ due; this review: )?(\d+)\b/.exec(terminal.text())?.[1];
    await moveTo(terminal, 'Review');
    await pressed(terminal, KEY.enter);
    await terminal.shows(`1 of ${counted}`);
    const question = (): void => expect(terminal.text()).not.toContain('¶');
    const asked = await goThroughQuiz(terminal, { question, verdict: async () => {} });
    expect(asked).toBe(Number(counted));
    await looksRight(terminal, { title: 'Review', opensWith: [`of ${counted} right`] });
  });

  test('a round without anything read says so and offers lesson 1', async () => {
    const terminal = begin({ ...FIRST_SIZE, args: ['drill'] });
    await terminal.shows('Start: 1');
    await looksRight(terminal, {
      title: 'Who said it?',
      opensWith: [NOTHING_READ, ASKS_WHAT_WAS_READ, `Start: 1 · ${lessonOf('the-dispute').title}`],
    });
    await pressed(terminal, KEY.enter);
    await terminal.shows(isInLesson);
  });

  test('a window that is smaller names the size, the key to quit and the lines', async () => {
    const terminal = begin(FIRST_SIZE);
    await terminal.shows('Start');
    for (const { columns, rows } of [...THREE_SIZES, { columns: 22, rows: 6 }]) {
      terminal.resize(columns - 1, 11);
      await terminal.shows((now) =>
        /Enlarge to 40x12 or more q quit, .* --plain/.test(now.text().replace(/\s+/g, ' ')),
      );
      terminal.resize(Math.max(columns, 40), Math.max(rows, 12));
      await terminal.shows('Start');
    }
  });
});
