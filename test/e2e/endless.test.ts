import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { wentThroughAll } from '../stress/history.js';
import { acknowledged } from '../stress/plain-program.js';
import { runHere } from '../support/in-process.js';
import { answersIn, usingProgram } from '../support/program.js';
import { PROGRAM, testNode } from '../support/terminal.js';

/** In megabytes. Enough for any session, and too little if each of thousands of lines leaves something. */
const HEAP_LIMIT = 12;
/** In megabytes. So small a heap has by itself even less for young values, and then spends half of the time on collections. */
const FOR_YOUNG_VALUES = 2;

const LIMITS = [
  `--max-old-space-size=${HEAP_LIMIT}`,
  `--min-semi-space-size=${FOR_YOUNG_VALUES}`,
  `--max-semi-space-size=${FOR_YOUNG_VALUES}`,
];

/** Answers to questions of lesson 1. A second try takes no choice that was tried, and so 2 comes after 1. */
const ANSWERS = '1\n1\n2\n'.repeat(3);

describe('input without an end', () => {
  const { data } = usingProgram();

  /** @param input its text; or a file descriptor to read */
  const run = (args: readonly string[], input: string | number) => {
    const { status, stdout, stderr } = spawnSync(
      testNode(),
      [...LIMITS, PROGRAM, '--plain', '--data-dir', data(), ...args],
      {
        ...(typeof input === 'string' ? { input } : { stdio: [input, 'pipe', 'pipe'] }),
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      },
    );
    return { code: status, out: stdout, err: stderr };
  };

  /** The same without a limit, in the process of the test. */
  const unlimited = (args: readonly string[], input: string) =>
    runHere(['--plain', '--data-dir', data(), ...args], { input });

  test('leaves nothing in memory for each line that a page takes', () => {
    wentThroughAll(data());
    const { code, out, err } = run(['drill'], 'h\n'.repeat(17_000));
    expect([code, err]).toEqual([0, '']);
    expect(out.match(/^> /gm)).toHaveLength(17_001);
  });

  test('ends the session after 100 lines in a row that mean nothing, and saves what was answered', async () => {
    // Looking back means something on each page, so the count begins after it.
    const { code, out, err } = await unlimited(
      ['learn', '1'],
      `${ANSWERS}r\n${'9\n'.repeat(1_000)}`,
    );
    expect(code).toBe(1);
    expect(err).toMatch(/^on-the-record: the input has 100 lines in a row that mean nothing.*\n$/);
    expect(out).toContain('Progress is saved in');
    expect(out.match(/“9” isn't one of these/g)).toHaveLength(100);
    expect(answersIn(data()).length).toBeGreaterThan(0);
    expect(answersIn(data())).toHaveLength(acknowledged(out));
  });

  test('goes from course to course without leaving anything', async () => {
    wentThroughAll(data()); // only then does the first course offer the other, at its end
    const toEnd = '1\n';
    const entryIn = async (course: string, before = ''): Promise<string> => {
      const { out } = await unlimited(['--course', course], before);
      return `${/(\d+)\. (Open the other course|Try a story)/.exec(out)?.[1]}\n`;
    };
    const there = toEnd + (await entryIn('claude-contract', toEnd));
    const thereAndBack = there + (await entryIn('swing-bridge'));
    const { code, out, err } = run([], thereAndBack.repeat(20));
    expect([code, err]).toEqual([0, '']);
    expect(out.match(/^On the record: The swing bridge/gm)).toHaveLength(20);
  });

  test.skipIf(!existsSync('/dev/zero'))('is no answer to the question of a reset', async () => {
    await unlimited(['learn', '1'], ANSWERS);
    const before = answersIn(data());
    const zeros = openSync('/dev/zero', 'r');
    const { code, out, err } = run(['reset'], zeros);
    closeSync(zeros);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Nothing was changed. The answer is longer than 1,000 characters');
    expect(answersIn(data())).toEqual(before);
  });
});
