import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundledTypescript } from '../../scripts/bundle-typescript.mjs';

/** Half of the time of a run: while these parts wait, the others use the second core. */
const HALF = 'permissions,endless,giant,odd-terminals,slow,room';

let stress: Awaited<ReturnType<typeof bundledTypescript>>;

beforeAll(async () => {
  stress = await bundledTypescript('test/stress/stress.ts');
}, 60_000);

afterAll(() => stress?.remove());

/** `npm run stress` runs all of it, and with `--short` more than this. */
test.concurrent.each(['--only', '--without'])(
  `a short stress run %s ${HALF} loses nothing and breaks nothing`,
  { timeout: 150_000 },
  async (option) => {
    const args = [stress.bundle, '--brief', option, HALF];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(stdout).toMatch(/: 0 lost or crashed, \d+ s\n$/);
  },
);
