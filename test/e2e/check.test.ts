import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { PROGRAM, testNode } from '../support/terminal.js';

function check(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(testNode(), [PROGRAM, 'check', ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return { code: status, out: stdout, err: stderr };
}

test('check finds no problems in the shipped courses, and shows the scores of players who never read', () => {
  const { code, out, err } = check('claude-contract', 'swing-bridge', '--strict', '--bots');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('claude-contract: no problems');
  expect(out).toContain('swing-bridge: no problems');
  expect(out).toContain('takes the longest choice');
  expect(out).not.toContain('above chance');
});
