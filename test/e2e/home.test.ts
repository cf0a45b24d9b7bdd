import { describe, expect, test } from 'vitest';
import { isInLesson, lessonOf, moveTo, pressed } from '../support/learner.js';
import { wentThrough } from '../support/past.js';
import { usingProgram } from '../support/program.js';
import { KEY } from '../support/terminal.js';

const DONE = ['the-dispute', 'two-voices', 'denied'];
const MISSED = { wrong: ['how-wide', 'who-pressed'] };

describe.each([
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
  { columns: 120, rows: 40 },
])('at $columns by $rows', (size) => {
  const { beginHere, data } = usingProgram();
  const begin = (): ReturnType<typeof beginHere> => beginHere(size);
  const isNarrow = size.columns < 60;

  test('the first start has a promise and two entries, and leads to settings', async () => {
    const terminal = begin();
    await terminal.shows('Who said it? Was it done, demanded,');
    expect(terminal.highlighted()).toContain('Start');
    await terminal.shows(/lesson 1, \d minutes/);
    await pressed(terminal, KEY.down);
    await terminal.shows(/8 lessons, about \d+ minutes/);
    await pressed(terminal, KEY.down);
    expect(terminal.highlighted()).toContain('Start');
    await moveTo(terminal, 'All lessons');
    await pressed(terminal, KEY.enter);
    await moveTo(terminal, 'Settings and more');
    await pressed(terminal, KEY.enter);
    for (const entry of ['Settings', "Who's who", 'About', 'Quit', 'Home']) {
      await moveTo(terminal, entry);
    }
  });

  test('home later says what every entry is, and how long a review takes', async () => {
    wentThrough(data(), DONE, MISSED);
    const terminal = begin();
    const entries = [
      ['Next', '4 · Two possible measures, 3'],
      ['Review', /\d+ due, the next \d+ in about \d+\s+minutes/],
      ['Lessons', '3 of 8 done'],
      ['Who said it?', isNarrow ? '' : /Then you say which source says\s+it/],
      ['Where I stand', 'what you know, and what you mix up'],
      ['The story', 'what you have read'],
      ['Settings and more', "settings, who's who, about, quit"],
    ] as const;
    for (const [entry, note] of entries) {
      await terminal.shows((now) => now.highlighted().includes(entry));
      await terminal.shows(note);
      await pressed(terminal, KEY.down);
    }
    expect(terminal.highlighted()).toContain('Next');
  });

  test('lessons show how they went, Enter opens one, and Esc goes home', async () => {
    wentThrough(data(), DONE, MISSED);
    const terminal = begin();
    await terminal.shows('Lessons');
    await moveTo(terminal, 'Lessons');
    await pressed(terminal, KEY.enter);
    await terminal.shows('For each measure, say who');
    expect(terminal.highlighted()).toContain('4  Two possible measures');
    await pressed(terminal, '1');
    await terminal.shows(new RegExp(`7 of ${lessonOf('the-dispute').checks.length} .*4 min`));
    await terminal.shows('Find out what each side does');
    await pressed(terminal, KEY.esc);
    await terminal.shows('On the record');
    await moveTo(terminal, 'Lessons');
    await pressed(terminal, KEY.enter);
    await pressed(terminal, '5');
    await pressed(terminal, KEY.enter);
    await terminal.shows(isInLesson);
  });
});
