import { expect, test } from 'vitest';
import { runHere } from '../../support/in-process.js';
import { usingProgram } from '../../support/program.js';

const { data } = usingProgram();

test('list fits 80 columns', async () => {
  for (const course of ['claude-contract', 'swing-bridge']) {
    const { code, out } = await runHere(['list', '--course', course, '--data-dir', data()]);
    expect(code).toBe(0);
    expect(out).toMatch(/\n +1 · .*[a-z]\n/);
    for (const line of out.split('\n').filter((text) => text.includes(' · ')))
      expect(line.length).toBeLessThanOrEqual(79);
  }
});
