import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exerciseChecks } from '../../src/core/room/exercise.js';
import { makeRoomCode, shownCode } from '../../src/core/room/room-code.js';
import { answer, checkOf, lessonOf, opening, orderOnScreen, pressed } from '../support/learner.js';
import { SIZES, usingProgram } from '../support/program.js';
import { roomFor, shippedCourse } from '../support/shipped-course.js';
import { KEY, type Terminal } from '../support/terminal.js';

const course = shippedCourse();
const DENIED = lessonOf('denied');
const FIRST = exerciseChecks([DENIED])[0]?.check ?? checkOf('denied', '');

/** A code for lesson 3, made as `workshop code` makes it. */
const codeOf = (minutes: number, feedback: 'now' | 'later'): string =>
  shownCode(makeRoomCode(course, { lessons: ['denied'], minutes, feedback }, 1234));

type Written = {
  readonly handedIn?: number;
  readonly because?: string;
  readonly person: { readonly name: string };
  readonly answers: readonly { readonly check: string; readonly choice: string }[];
  readonly handInCode: string;
};

describe('a room’s exercise', () => {
  const { begin, data } = usingProgram();

  /** Somebody at a place of their own. */
  function joins(code: string, args: readonly string[] = [], size = SIZES[0] as object): Terminal {
    return begin({ ...size, args: ['workshop', 'join', code, ...args], cwd: data() });
  }

  const results = (): Written[] =>
    readdirSync(data())
      .filter((name) => /^result-.*\.json$/.test(name))
      .map((name) => JSON.parse(readFileSync(path.join(data(), name), 'utf8')) as Written);

  async function atFirstQuestion(terminal: Terminal): Promise<void> {
    await terminal.shows('Begin');
    terminal.press(KEY.enter);
    await terminal.shows('Retold');
    await toQuestion(terminal);
  }

  test.each(SIZES)(
    'gives everyone with the code the same order at $columns by $rows',
    async (size) => {
      const code = codeOf(20, 'now');
      const ada = joins(code, ['--name', 'Ada'], size);
      const ben = joins(code.toLowerCase().replace('-', ' '), ['--name', 'Ben'], size);
      await atFirstQuestion(ada);
      await atFirstQuestion(ben);
      expect(await orderOnScreen(ada, FIRST)).toEqual(await orderOnScreen(ben, FIRST));
    },
  );

  test('is whole in the result file when it was killed and gone on with', async () => {
    const code = codeOf(20, 'now');
    const before = joins(code, ['--name', 'Ada']);
    await atFirstQuestion(before);
    await answer(before, FIRST, FIRST.key);
    before.kill('SIGKILL');
    await before.ended;
    expect(results()[0]?.answers).toEqual([{ check: FIRST.id, choice: FIRST.key }]);
    const after = joins(code, ['--name', 'Ada']);
    await after.shows('1 of 7 answered');
    after.press(KEY.enter);
    await after.shows('✓ Right');
    await toQuestion(after);
    for (const { check } of exerciseChecks([DENIED]).slice(1)) {
      await answer(after, check, check.choices.find(({ id }) => id !== check.key)?.id ?? '');
      await toQuestion(after);
    }
    await after.shows('Hand in');
    after.press(KEY.enter);
    await after.shows('1 of 7 right');
    const [result, ...others] = results();
    expect(others).toEqual([]);
    expect(result?.answers).toHaveLength(7);
    expect(result).toMatchObject({ because: 'chosen', person: { name: 'Ada' } });
    expect(after.text()).toContain(result?.handInCode);
  });

  test('shows no verdict before it is handed in with --feedback later, then each with its question', async () => {
    const terminal = joins(codeOf(0, 'later'));
    await atFirstQuestion(terminal);
    terminal.press(KEY.enter);
    await terminal.shows((now) => !now.text().includes(opening(FIRST.stem)));
    terminal.press(KEY.esc);
    await terminal.shows('1 of 7 answered');
    expect(terminal.output).not.toMatch(/✓|✗/);
    terminal.press(KEY.down);
    await terminal.shows((now) => now.highlighted().includes('Hand in as it is'));
    terminal.press(KEY.enter);
    await terminal.shows('See the answers');
    terminal.press(KEY.enter);
    await terminal.shows((now) => /✓ Right|✗ Not this time/.test(now.text()));
    expect(terminal.text()).toContain(opening(FIRST.stem));
  });

  test('is another person’s where one is at it in another window, and no name is given', async () => {
    const code = codeOf(0, 'now');
    const one = joins(code);
    const other = joins(code);
    await atFirstQuestion(one);
    await atFirstQuestion(other);
    expect(new Set(results().map(({ person }) => person.name)).size).toBe(2);
  });

  test('refuses a second window of the same name', async () => {
    const code = codeOf(0, 'now');
    const one = joins(code, ['--name', 'Ada']);
    await one.shows('Begin');
    const other = joins(code, ['--name', 'ada']);
    expect((await other.ended).code).toBe(1);
    await other.shows('ada is at this exercise in another window');
  });

  test('tells a mistyped code', async () => {
    const code = codeOf(20, 'now');
    const terminal = joins(code.slice(0, -1) + (code.endsWith('7') ? '8' : '7'));
    expect((await terminal.ended).code).toBe(2);
    await terminal.shows('was mistyped');
  });

  test('hands in by itself when the time is over', async () => {
    const code = codeOf(1, 'now');
    const terminal = joins(code, ['--name', 'Ada']);
    await atFirstQuestion(terminal);
    terminal.press('q');
    await terminal.ended;
    beganEarlier(data(), 61_000);
    const late = joins(code, ['--name', 'Ada']);
    await late.shows('The time is over');
    expect(results()[0]).toMatchObject({ because: 'time' });
  });

  test('leads the projector from question to answer and on', async () => {
    const room = roomFor(course, 'denied');
    const folder = path.join(data(), 'handed-in');
    mkdirSync(folder);
    const terminal = joins(shownCode(room.code), ['--name', 'Ada']);
    await atFirstQuestion(terminal);
    await answer(terminal, FIRST, FIRST.choices.find(({ id }) => id !== FIRST.key)?.id ?? '');
    terminal.press('q');
    await terminal.ended;
    writeFileSync(path.join(folder, 'codes.txt'), `Ada: ${results()[0]?.handInCode}\n`);
    const shown = begin({ args: ['workshop', 'report', folder, '--present'] });
    await shown.shows(opening(FIRST.stem));
    expect(shown.text()).not.toContain('✓');
    shown.press(KEY.space);
    await shown.shows('✓');
    shown.press(KEY.space);
    expect((await shown.ended).code).toBe(0);
  });
});

/** On from a page or a verdict, to where there is something to choose. */
async function toQuestion(terminal: Terminal): Promise<void> {
  while (!terminal.text().includes('❯')) await pressed(terminal, KEY.space);
}

/** Moves the beginning of the only exercise in a data folder into the past. */
function beganEarlier(data: string, by: number): void {
  const root = path.join(data, 'workshops', 'claude-contract');
  const [attempt = ''] = readdirSync(root);
  const log = path.join(root, attempt, 'answers-1.jsonl');
  const entries = readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { t: number });
  writeFileSync(
    log,
    entries.map((one) => `${JSON.stringify({ ...one, t: one.t - by })}\n`).join(''),
  );
}
