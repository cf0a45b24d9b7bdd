import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Printed, runHere } from '../support/in-process.js';
import { usingProgram } from '../support/program.js';

describe('new', () => {
  const { data } = usingProgram();

  const run = (...args: string[]): Promise<Printed> =>
    runHere(args, { cwd: data(), env: { ON_THE_RECORD_HOME: path.join(data(), 'home') } });

  test('writes a course that passes check --strict, and says what to do next', async () => {
    const { code, out, err } = await run('new', 'around/my ferry');
    expect([code, err]).toEqual([0, '']);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(
      /^(npx )?on-the-record preview 'around\/my ferry'$/,
    );
    const checked = await run('check', '--strict', 'around/my ferry');
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('no problems')]);
  });

  test('stores the progress of each copy separately, under the name of its folder', async () => {
    await run('new', 'ferry');
    const listed = await run('list', '--json', '--course', './ferry');
    expect(JSON.parse(listed.out).course.id).toBe('ferry');
  });

  test('writes into the current folder if it is empty', async () => {
    expect((await run('new', '.')).code).toBe(0);
    expect(readdirSync(data())).toContain('course.yaml');
    expect((await run('check', '.')).code).toBe(0);
  });

  test('rejects a folder that is not empty in one line, and changes nothing in it', async () => {
    writeFileSync(path.join(data(), 'letter.txt'), 'mine');
    const { code, out, err } = await run('new', data());
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      /^on-the-record: nothing was written to .*: this folder is not empty; .*\n$/,
    );
    expect(readdirSync(data())).toEqual(['letter.txt']);
    expect(readFileSync(path.join(data(), 'letter.txt'), 'utf8')).toBe('mine');
  });

  test('rejects a name that is empty or missing, and the option --course', async () => {
    expect((await run('new', '')).code).toBe(1);
    expect((await run('new')).code).toBe(2);
    expect((await run('new', 'ferry', '--course', 'claude-contract')).code).toBe(2);
    expect(existsSync(path.join(data(), 'ferry'))).toBe(false);
  });

  test('suggests ./ before a folder whose name is like an option or a shipped course', async () => {
    expect((await run('new', 'claude-contract')).out).toMatch(/preview \.\/claude-contract\n$/);
    expect((await run('new', '--', '-x')).out).toMatch(/preview \.\/-x\n$/);
  });
});
