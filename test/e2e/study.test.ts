import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checksOf } from '../../src/core/course/lesson.js';
import { REPORT_HEADINGS } from '../../src/core/messages/report.js';
import { isAskedFromMemory } from '../../src/core/review/from-memory.js';
import {
  answer,
  checkOf,
  goOn,
  goThrough,
  isInLesson,
  isJudged,
  isQuestion,
  isVerdict,
  keyOf,
  lessonOf,
  missOf,
  moveTo,
  opening,
  pagesBefore,
  pressed,
  toFirstCheck,
} from '../support/learner.js';
import { wentThrough } from '../support/past.js';
import { answersIn, SIZES, usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { KEY, type Terminal } from '../support/terminal.js';

const LESSONS = [
  ...['the-dispute', 'two-voices', 'denied', 'threatened'],
  ...['no-names', 'two-uses', 'days-and-gaps', 'whole-record'],
];
const NOT_ACCEPTED = checkOf('the-dispute', 'not-accepted');
/** Questions in the text, and those about a paragraph, never come back. */
const REVIEWED = checksOf(lessonOf('the-dispute')).filter(isAskedFromMemory).length;

/** How much of the line under the title is heavy at the first question, in columns of 72. */
const HEAVY = Math.round(
  (pagesBefore(lessonOf('the-dispute')) / lessonOf('the-dispute').steps.length) * 72,
);

/** The log entries of a kind, in the order of the log. */
const entriesIn = (data: string, kind: string): Record<string, unknown>[] =>
  readFileSync(path.join(data, 'claude-contract', 'answers-1.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row))
    .filter(({ k }) => k === kind);

/** Opens an entry of home, or of a page that home leads to. */
async function open(terminal: Screen, label: string): Promise<void> {
  await terminal.shows(label);
  for (let i = 0; i < 20 && !terminal.highlighted().includes(label); i++)
    await pressed(terminal, KEY.up);
  await pressed(terminal, KEY.enter);
}

describe.each(SIZES)('at $columns by $rows', (size) => {
  const { beginHere: begin, data } = usingProgram();

  test('the question about certainty fits the window', async () => {
    await begin({ args: ['settings', 'certainty', 'on'] }).ended;
    const terminal = begin({ ...size, args: ['learn', 'the-dispute'] });
    await toFirstCheck(terminal, 'the-dispute');
    await pressed(terminal, '1');
    await pressed(terminal, KEY.enter);
    await terminal.shows('How sure are you?');
  });

  test('the drill goes from one statement to the next', async () => {
    wentThrough(data(), ['the-dispute', 'two-voices']);
    const terminal = begin({ ...size, args: ['drill', '--seed', 'a'] });
    await terminal.shows('Who said it?');
    for (let i = 0; i < 3; i++) {
      await terminal.shows(isQuestion);
      await pressed(terminal, '1');
      while (!isVerdict(terminal)) await pressed(terminal, KEY.enter);
      while (isVerdict(terminal)) await pressed(terminal, KEY.space);
    }
    expect(entriesIn(data(), 'drill')).toHaveLength(3);
  });

  test('the map shows actors and sources, and opens a cell', async () => {
    wentThrough(data(), ['the-dispute', 'threatened']);
    const terminal = begin(size);
    await open(terminal, 'Where I stand');
    await terminal.shows('Right on the first try');
    // The footer names what Enter does: it scrolls to the end first, and then continues.
    await terminal.shows('enter down');
    for (let i = 0; i < 20 && !terminal.text().includes('enter the map: who did what'); i++)
      await pressed(terminal, KEY.enter);
    await terminal.shows('enter the map: who did what');
    await pressed(terminal, KEY.enter);
    await terminal.shows(/Sources?: /);
    await terminal.shows('Who demanded');
    // The grid describes the highlighted cell below it; the list describes every cell.
    const chosen = /Whose threat: Pete Hegseth|❯ Pete Hegseth · threat/;
    for (let i = 0; i < 20 && !chosen.test(terminal.text()); i++) await pressed(terminal, KEY.down);
    await terminal.shows(chosen);
    await terminal.shows(/Sources?: A Pentagon official/);
    await pressed(terminal, KEY.enter);
    await terminal.shows('Whose threat: Pete');
    await pressed(terminal, KEY.esc);
    await terminal.shows(chosen);
  });

  test('Esc goes back a page at a time, from the map to where the learner came from', async () => {
    wentThrough(data(), ['the-dispute']);
    const terminal = begin(size);
    await open(terminal, 'Where I stand');
    await terminal.shows('What your answers show');
    for (let i = 0; i < 20 && !terminal.text().includes('enter the map: who did what'); i++)
      await pressed(terminal, KEY.enter);
    await pressed(terminal, KEY.enter);
    await terminal.shows('The map');
    await pressed(terminal, KEY.esc);
    await terminal.shows('What your answers show');
    await pressed(terminal, KEY.esc);
    await terminal.shows('On the record');
    expect(terminal.highlighted()).toContain('Where I stand');
  });
});

describe('Where I stand', () => {
  const { beginHere: begin, data } = usingProgram();

  test('shows everything at once in a large window, and no certainty that was never asked', async () => {
    wentThrough(data(), LESSONS, { wrong: ['who-pressed', 'who-denied', 'two-wordings'] });
    const terminal = begin({ columns: 200, rows: 50 });
    await open(terminal, 'Where I stand');
    await terminal.shows('enter the map: who did what');
    for (const heading of Object.values(REPORT_HEADINGS).filter(
      (one) => one !== REPORT_HEADINGS.certainty,
    ))
      expect(terminal.text()).toContain(heading);
    expect(terminal.text()).not.toContain(REPORT_HEADINGS.certainty);
    expect(terminal.text()).toContain('8 · ');
    expect(terminal.text()).not.toContain('▼');
  });
});

describe('reviews, certainty and settings', () => {
  const { beginHere: begin, data } = usingProgram();

  test('certainty is off at first, offered after the first lesson, and then asked', async () => {
    const terminal = begin({ args: ['learn', 'denied'] });
    await terminal.shows(isInLesson);
    await goThrough(terminal, 'denied');
    const { length } = lessonOf('denied').checks;
    await terminal.shows(`${length} of ${length} on first try`);
    await moveTo(terminal, 'Ask how sure I am');
    await pressed(terminal, KEY.enter);
    await terminal.shows('use g for a guess');
    await pressed(terminal, KEY.esc);
    terminal.press('q');
    await terminal.ended;
    const again = begin({ args: ['learn', 'the-dispute'] });
    await toFirstCheck(again, 'the-dispute');
    await pressed(again, '1');
    await pressed(again, KEY.enter);
    await again.shows('How sure are you?');
    expect(isVerdict(again)).toBe(false);
    await pressed(again, KEY.down);
    expect(again.text()).not.toContain('How sure are you?');
    await pressed(again, KEY.enter);
    await pressed(again, 'c');
    await again.shows(isJudged);
    const last = answersIn(data()).at(-1);
    expect(last).toMatchObject({ check: 'how-wide', certainty: 'certain' });
    expect(answersIn(data())[0]).not.toHaveProperty('certainty');
  });

  test('a review asks first about misses that were certain, and explains a miss', async () => {
    wentThrough(data(), ['the-dispute'], {
      wrong: ['who-pressed', 'not-accepted'],
      surely: ['who-pressed'],
    });
    const terminal = begin({ args: ['review'] });
    const check = checkOf('the-dispute', 'who-pressed');
    await terminal.shows('Review');
    await answer(terminal, check, missOf(check).id);
    await terminal.shows(new RegExp(`✓ \\d {2}${opening(keyOf(check).text)}`));
    expect(entriesIn(data(), 'review')[0]).toMatchObject({ check: check.id, right: false });
    await pressed(terminal, 'r');
    await terminal.shows('Closed book');
  });

  test('a review that the learner leaves has saved the answers, and home says how many are due', async () => {
    wentThrough(data(), ['the-dispute'], { wrong: ['not-accepted'] });
    const terminal = begin({ args: ['review'] });
    await answer(terminal, NOT_ACCEPTED, NOT_ACCEPTED.key);
    await pressed(terminal, KEY.esc);
    await terminal.shows('On the record');
    expect(terminal.text()).toMatch(new RegExp(`Review +${REVIEWED - 1} due, about \\d minutes?`));
  });

  test('settings change with Enter and are saved', async () => {
    const terminal = begin();
    for (const entry of ['All lessons', 'Settings and more', 'Settings'])
      await open(terminal, entry);
    await terminal.shows(/Ask how sure I am +off/);
    await pressed(terminal, KEY.enter);
    await terminal.shows(/Ask how sure I am +on/);
    expect(entriesIn(data(), 'set')).toMatchObject([{ key: 'certainty', value: 'on' }]);
  });
});

describe('motion', () => {
  const { beginHere: begin } = usingProgram();

  test('moves the line under the title to the same end as without motion', async () => {
    const line = (terminal: Screen): string => terminal.rows()[1] ?? '';
    const unchanged = begin({ args: ['learn', 'the-dispute'] });
    await toFirstCheck(unchanged, 'the-dispute');
    const end = line(unchanged);
    unchanged.press('q');
    await unchanged.ended;
    const set = begin({ args: ['settings', 'motion', 'on'] });
    await set.ended;
    const moving = begin({ args: ['learn', 'two-voices'] });
    await moving.shows(isInLesson);
    const from = moving.output.length;
    await goOn(moving);
    await moving.shows((now) => line(now) !== '' && line(now).split('━').length >= 6);
    expect(end.trim()).toBe('━'.repeat(HEAVY).padEnd(72, '─'));
    expect(moving.output.slice(from).length).toBeGreaterThan(0);
    const heavy = Math.round((1 / lessonOf('two-voices').steps.length) * 72);
    await moving.shows((now) => line(now).split('━').length - 1 === heavy);
  });
});

describe('in lines', () => {
  const { begin, data } = usingProgram();

  /** Types a line and waits for the output. */
  const typed = async (terminal: Terminal, line: string, wanted: string | RegExp) => {
    terminal.press(`${line}\r`);
    await terminal.shows(wanted);
  };

  test('a review asks for certainty if that is on, and ends with the next due day', async () => {
    wentThrough(data(), ['the-dispute'], { wrong: ['how-wide'] });
    const set = begin({ args: ['settings', 'certainty', 'on'] });
    await set.ended;
    const shorter = begin({ args: ['settings', 'session', '1'] });
    await shorter.ended;
    const terminal = begin({ args: ['review', '--plain'], rows: 50 });
    await terminal.shows('Review, question 1 of 1');
    await typed(terminal, '1', 'g guess, f fairly sure, c certain');
    await typed(terminal, 'f', /Right|Not this time/);
    await typed(terminal, '', '3. Leave');
    expect(terminal.text()).toContain('When fairly sure: ');
    expect(entriesIn(data(), 'review')[0]).toMatchObject({ certainty: 'fairly' });
    terminal.press('3\r');
    expect(await terminal.ended).toMatchObject({ code: 0 });
  });

  test('home opens the learner report, the map and its cells', async () => {
    wentThrough(data(), ['threatened']);
    const terminal = begin({ args: ['--plain'], rows: 60 });
    await terminal.shows('5. Where I stand');
    await typed(terminal, '5', 'Right on the first try');
    await typed(terminal, '1', 'Pete Hegseth · threat · 2 statements');
    await typed(terminal, '1', 'Whose threat: Pete Hegseth');
    await typed(terminal, '', /The map[\s\S]*The map/);
  });

  test('settings and drills work with numbers', async () => {
    const terminal = begin({ args: ['--plain'], rows: 60 });
    await terminal.shows('2. All lessons');
    await typed(terminal, '2', '9. Settings and more');
    await typed(terminal, '9', '1. Settings');
    await typed(terminal, '1', 'Ask how sure I am: off');
    await typed(terminal, '1', 'Ask how sure I am: on');
    wentThrough(data(), ['the-dispute', 'two-voices']);
    const drill = begin({ args: ['drill', '--plain'], rows: 60 });
    await drill.shows('Who said it? Question 1 of ');
    await typed(drill, '1', /Right|Not this time/);
    await typed(drill, '', /Who said it\? Question 2 of \d+, [01] right/);
  });
});
