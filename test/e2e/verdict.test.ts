import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../src/core/course/course.js';
import { makeRoomCode, shownCode } from '../../src/core/room/room-code.js';
import { answer, checkOf, keyOf, missOf, opening, pressed } from '../support/learner.js';
import { SIZES, usingProgram } from '../support/program.js';
import type { Screen } from '../support/screen.js';
import { shippedCourse } from '../support/shipped-course.js';
import { KEY } from '../support/terminal.js';

const HOW_WIDE = checkOf('the-dispute', 'how-wide');
const WRONG = missOf(HOW_WIDE);

const PROOF = shippedCourse()
  .material()
  .passages.flatMap(({ sentences }) => sentences)
  .find(({ id }) => id === HOW_WIDE.evidence[0]);

const exercise = { lessons: ['the-dispute'], minutes: 0, feedback: 'now' } as const;
const CODE = shownCode(makeRoomCode(shippedCourse(), exercise, 7));

/** A course with questions that are answered in the text. */
const IN_TEXT = fileURLToPath(new URL('../fixtures/courses/in-text', import.meta.url));

/** Waits for a question and answers it with the choice whose number the pattern finds. */
async function choose(terminal: Screen, stem: string, number: RegExp): Promise<void> {
  await terminal.shows(stem);
  await terminal.shows(number);
  await pressed(terminal, number.exec(terminal.text())?.[1] ?? '');
  terminal.press(KEY.enter);
}

/** Which rows have the question and each choice, from the question's row. */
function placesOf(terminal: Screen, { stem, choices }: Check): number[] {
  const rows = terminal.rows();
  const rowOf = (text: string): number => rows.findIndex((row) => row.includes(opening(text)));
  const places = choices.map(({ text }) => rowOf(text) - rowOf(stem));
  expect(Math.min(...places)).toBeGreaterThan(0);
  return places;
}

describe('a verdict in a terminal', () => {
  const { begin, beginHere, data } = usingProgram();

  /** Opens the first question of an exercise that shows each verdict at once. */
  async function atQuestion(size: (typeof SIZES)[number]): Promise<Screen> {
    const args = ['workshop', 'join', CODE, '--name', 'Ada'];
    const terminal = beginHere({ ...size, args, cwd: data() });
    await terminal.shows('Begin');
    await pressed(terminal, KEY.enter);
    for (let i = 0; i < 9 && !terminal.text().includes(opening(HOW_WIDE.stem)); i++)
      await pressed(terminal, KEY.space);
    await terminal.shows(opening(HOW_WIDE.stem));
    return terminal;
  }

  test('fits into 80x24: the choices stay where they were, then reasons, trap and proof', async () => {
    const terminal = await atQuestion(SIZES[0]);
    const before = placesOf(terminal, HOW_WIDE);
    await answer(terminal, HOW_WIDE, WRONG.id);
    expect(placesOf(terminal, HOW_WIDE)).toEqual(before);
    const text = terminal.text();
    expect(text).toMatch(new RegExp(`✓ \\d {2}${opening(keyOf(HOW_WIDE).text)}`));
    expect(text).toMatch(/✗ \d {2}.* {2}your answer/);
    expect(text).toMatch(/\. Ask: [a-z]/);
    expect(text).toContain(`▌${opening(PROOF?.text ?? '')}`);
    expect(text).toMatch(/ {2}¶1, sentence 1$/m);
    expect(text).toContain('space next');
  });

  test('at 40x12 opens at the question, pages down to the proof, and more opens what it adds', async () => {
    const terminal = await atQuestion(SIZES[1]);
    await answer(terminal, HOW_WIDE, WRONG.id);
    expect(terminal.text()).toContain(opening(HOW_WIDE.stem));
    for (let i = 0; i < 9 && !terminal.text().includes('¶1, sentence 1'); i++)
      await pressed(terminal, KEY.space);
    expect(terminal.text()).toContain('¶1, sentence 1');
    expect(terminal.text()).toContain('space next');
    await pressed(terminal, 'm');
    await terminal.shows('the-dispute/how-wide');
    await pressed(terminal, 'm');
    await terminal.shows(opening(HOW_WIDE.stem));
  });

  test('has its own headline at the second try, and the deciding words of the proof bold', async () => {
    const terminal = begin({ args: ['learn', '1', '--course', IN_TEXT] });
    await terminal.shows('space next');
    await pressed(terminal, KEY.space);
    await choose(terminal, 'Who wrote', / (\d) {2}The head librarian/);
    await terminal.shows('✓ Right');
    await pressed(terminal, KEY.space);
    await choose(terminal, 'Which words make this', /\[(\d) not\]/);
    await terminal.shows('The trap: a limiting word missed.');
    await pressed(terminal, KEY.enter);
    await choose(terminal, 'Which words make this', /\[(\d) she said\]/);
    await terminal.shows('✓ Right on the second try');
    expect(terminal.text()).toMatch(/✓ 1 {2}she said +your answer/);
    expect(terminal.text()).not.toContain('limiting word');
    expect(terminal.output).toContain('\x1b[1mshe said\x1b[22m');
  });

  test('is the same after going on and back', async () => {
    const terminal = await atQuestion(SIZES[0]);
    await answer(terminal, HOW_WIDE, WRONG.id);
    const shown = terminal.text();
    await pressed(terminal, KEY.space);
    await terminal.shows((now) => !now.text().includes(opening(HOW_WIDE.stem)));
    await pressed(terminal, KEY.left);
    await terminal.shows('Not this time');
    expect(terminal.text()).toBe(shown);
  });
});
