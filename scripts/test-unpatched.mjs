// Builds the program without our patches, beside dist/, and runs the end-to-end tests with it. The patches make the
// program fast; it has to work without them. dist/ stays as it is.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { bundleUnpatched } from './build/bundle.mjs';
import { fill } from './build/fill.mjs';
import { makeDraft, remove } from './build/swap-folder.mjs';
import { fromRoot, root } from './paths.mjs';

/** The first lists the modules that the patched program loads. The second takes minutes without the patches. */
const NOT_WITHOUT_PATCHES = ['test/e2e/first-frame.test.ts', 'test/e2e/giant-texts.test.ts'];

/** How long a test may take, in milliseconds: longer than with patches, since the program is slower. */
const LONGEST = 60_000;

const draft = makeDraft();
try {
  const folder = path.join(draft, 'dist');
  mkdirSync(folder);
  cpSync(fromRoot('package.json'), path.join(draft, 'package.json'));
  await fill(folder, bundleUnpatched);
  process.exitCode = test(path.join(folder, 'cli.js'));
} finally {
  remove(draft);
}

function test(program) {
  const vitest = fromRoot('node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', 'test/e2e/'];
  args.push(...NOT_WITHOUT_PATCHES.flatMap((file) => ['--exclude', file]));
  args.push(`--testTimeout=${LONGEST}`);
  const env = { ...process.env, ON_THE_RECORD_TEST_PROGRAM: program };
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}
