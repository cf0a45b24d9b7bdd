import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const fromRoot = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** `npm run stress` runs all of it, and with `--short` more than this. */
test('a short stress run loses nothing and breaks nothing', { timeout: 150_000 }, () => {
  const args = [fromRoot('scripts/run-typescript.mjs'), 'test/stress/stress.ts', '--brief'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stdout).toMatch(/: 0 lost or crashed, \d+ s\n$/);
  expect(status).toBe(0);
});
