import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const TORTURE = fileURLToPath(new URL('../../scripts/torture.mjs', import.meta.url));

/** `npm run torture` is the whole of it. */
test('a little of the torture loses nothing and breaks nothing', { timeout: 150_000 }, () => {
  const { status, stdout } = spawnSync(process.execPath, [TORTURE, '--short'], {
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/: 0 lost or crashed, \d+ s\n$/);
  expect(status).toBe(0);
});
