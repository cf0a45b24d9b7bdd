import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeRoomCode, shownCode } from '../../src/core/room/room-code.js';
import { colouredLetters } from '../support/coloured-letters.js';
import { goThrough, isInLesson, isQuestion, missOf, pressed } from '../support/learner.js';
import { SIZES, usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { shippedCourse } from '../support/shipped-course.js';
import { KEY } from '../support/terminal.js';

/** Codes that report the mouse, ring the bell, or make the cursor or the text blink (xterm, ctlseqs). */
const ESC = '\x1b';
const UNWANTED = {
  mouse: new RegExp(`${ESC}\\[\\?(?:\\d+;)*(?:9|100[0-7]|101[56])(?:;\\d+)*h`),
  bell: '\x07',
  blinking: new RegExp(`${ESC}\\[(?:\\d+;)*[56]m|${ESC}\\[\\?12h|${ESC}\\[[135] q`),
};

/** Holds all frames of a session to it: words in the terminal's own colour, the mouse left alone, nothing that disturbs. */
function expectCalm({ output }: Screen): void {
  expect(colouredLetters(output)).toBe('');
  for (const [what, codes] of Object.entries(UNWANTED)) expect(output.search(codes), what).toBe(-1);
}

test('a dim or coloured letter is found in the output', () => {
  expect(colouredLetters('a\x1b[2mb\x1b[22mc\x1b[1;38;5;134md\x1b[39me\x1b[35mf\x1b[0mg')).toBe(
    'bdf',
  );
});

describe('words are in the terminal’s own colour, and the mouse is left alone', () => {
  const { begin, data } = usingProgram();

  test.each(SIZES)(
    'in a lesson with misses and in the help, in $columns by $rows',
    async (size) => {
      const terminal = begin({ ...size, args: ['learn', 'the-dispute'] });
      await terminal.shows(isInLesson);
      await pressed(terminal, '?');
      await pressed(terminal, KEY.esc);
      await goThrough(terminal, 'the-dispute', (check) => missOf(check).id);
      terminal.press('q');
      await terminal.ended;
      expectCalm(terminal);
    },
  );

  test('on the pages of a room, for a reader and for the facilitator', async () => {
    const cwd = data();
    const rules = { lessons: ['denied'], minutes: 9, feedback: 'now' } as const;
    const code = shownCode(makeRoomCode(shippedCourse(), rules, 7));
    const reader = begin({ cwd, args: ['workshop', 'join', code, '--name', 'Ada'] });
    await reader.shows('Begin');
    await pressed(reader, KEY.enter);
    while (!isQuestion(reader)) await pressed(reader, KEY.space);
    await pressed(reader, '1');
    await pressed(reader, KEY.enter);
    reader.press('q');
    await reader.ended;
    expectCalm(reader);
    const results = readdirSync(cwd).filter((name) => name.endsWith('.json'));
    const slides = begin({ cwd, args: ['workshop', 'report', ...results, '--present'] });
    await slides.shows((now) => now.isAlternateScreen() && now.text().includes('1  '));
    await pressed(slides, KEY.space);
    slides.press('q');
    await slides.ended;
    expectCalm(slides);
  });
});
