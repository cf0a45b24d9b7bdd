import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const fromRoot = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** Half of the time of a run: while these parts wait, the others use the second core. */
const HALF = 'permissions,endless,giant,odd-terminals,slow,room';

/** `npm run stress` runs all of it, and with `--short` more than this. */
test.concurrent.each(['--only', '--without'])(
  `a short stress run %s ${HALF} loses nothing and breaks nothing`,
  { timeout: 150_000 },
  async (option) => {
    const run = ['test/stress/stress.ts', '--brief', option, HALF];
    const args = [fromRoot('scripts/run-typescript.mjs'), ...run];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(stdout).toMatch(/: 0 lost or crashed, \d+ s\n$/);
  },
);
