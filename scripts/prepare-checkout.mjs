// A start from a checkout, and `npm pack`, install and build what is missing or older than its sources. A start from the
// published package never loads this file.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { isBuilt } from './build/stamp.mjs';
import { fromRoot, root } from './paths.mjs';
import { closeUmask } from './umask.mjs';

/** True when dist/ is there and new. All it says goes to stderr: stdout is the program's. */
export function prepareCheckout() {
  const umask = closeUmask();
  try {
    return (isInstalled() || install()) && (isBuilt() || build());
  } finally {
    process.umask(umask);
  }
}

function isInstalled() {
  const time = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return (
    time(fromRoot('package-lock.json')) <= time(fromRoot('node_modules', '.package-lock.json'))
  );
}

function install() {
  const npm = npmProgram();
  if (npm === undefined) {
    say('its parts are not installed yet. Run: npm ci && npm run build');
    return false;
  }
  say('installing what it is built with…');
  // No scripts: `prepare` would build here, and none of the packages needs one. No dry run, even for `npm pack --dry-run`.
  return run([
    npm,
    'ci',
    '--ignore-scripts',
    '--no-dry-run',
    '--include=dev',
    '--loglevel=error',
    '--no-fund',
    '--no-audit',
  ]);
}

function build() {
  say('building…');
  return run([fromRoot('scripts', 'build', 'build.mjs')]);
}

/** npm's own program, when npm or npx started this; other managers set the variable to theirs. */
function npmProgram() {
  const started = process.env.npm_execpath ?? '';
  const npm = path.join(path.dirname(started), path.basename(started).replace(/^npx-/, 'npm-'));
  return /^npm-cli\.c?js$/.test(path.basename(npm)) && existsSync(npm) ? npm : undefined;
}

function run(args) {
  const { status, error, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status === 0) return true;
  process.stderr.write(`${stdout}${stderr}${error?.message ?? ''}\n`);
  return false;
}

function say(text) {
  process.stderr.write(`Preparing on-the-record: ${text}\n`);
}
