import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { usingProgram } from '../support/program.js';
import { PROGRAM, testNode } from '../support/terminal.js';

describe('new', () => {
  const { data } = usingProgram();

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(testNode(), [PROGRAM, ...args], {
      cwd: data(),
      encoding: 'utf8',
      env: { ...process.env, ON_THE_RECORD_HOME: path.join(data(), 'home'), LC_ALL: 'C.UTF-8' },
    });
    return { code: status, out: stdout, err: stderr };
  };

  test('writes a course that passes check --strict, and says what to do next', () => {
    const { code, out, err } = run('new', 'around/my ferry');
    expect([code, err]).toEqual([0, '']);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(
      /^(npx )?on-the-record preview 'around\/my ferry'$/,
    );
    const checked = run('check', '--strict', 'around/my ferry');
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('no problems')]);
  });

  test('stores the progress of each copy separately, under the name of its folder', () => {
    run('new', 'ferry');
    const listed = run('list', '--json', '--course', './ferry');
    expect(JSON.parse(listed.out).course.id).toBe('ferry');
  });

  test('writes into the current folder if it is empty', () => {
    expect(run('new', '.').code).toBe(0);
    expect(readdirSync(data())).toContain('course.yaml');
    expect(run('check', '.').code).toBe(0);
  });

  test('rejects a folder that is not empty in one line, and changes nothing in it', () => {
    writeFileSync(path.join(data(), 'letter.txt'), 'mine');
    const { code, out, err } = run('new', data());
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      /^on-the-record: nothing was written to .*: this folder is not empty; .*\n$/,
    );
    expect(readdirSync(data())).toEqual(['letter.txt']);
    expect(readFileSync(path.join(data(), 'letter.txt'), 'utf8')).toBe('mine');
  });

  test('rejects a name that is empty or missing, and the option --course', () => {
    expect(run('new', '').code).toBe(1);
    expect(run('new').code).toBe(2);
    expect(run('new', 'ferry', '--course', 'claude-contract').code).toBe(2);
    expect(existsSync(path.join(data(), 'ferry'))).toBe(false);
  });

  test('suggests ./ before a folder whose name is like an option or a shipped course', () => {
    expect(run('new', 'claude-contract').out).toMatch(/preview \.\/claude-contract\n$/);
    expect(run('new', '--', '-x').out).toMatch(/preview \.\/-x\n$/);
  });
});
