import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('npm pack in a fresh clone', () => {
  const newFolder = temporaryFolders();
  let clone = '';
  beforeEach(() => {
    clone = newFolder();
    for (const name of ['scripts', 'package.json', 'package-lock.json'])
      cpSync(path.join(ROOT, name), path.join(clone, name), { recursive: true });
  });
  const at = (...names: string[]): string => path.join(clone, ...names);

  /** @param npm what npm tells its scripts about itself */
  function prepack(npm: NodeJS.ProcessEnv) {
    const { scripts } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
    const [node, script] = scripts.prepack.split(' ');
    expect(node).toBe('node');
    const env = { ...process.env, npm_execpath: undefined, ...npm };
    const options = { cwd: clone, env, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], options);
    return { status, stdout, stderr };
  }

  test('installs and builds first, and prints nothing on stdout', () => {
    writeFileSync(
      at('npm-cli.cjs'),
      "console.log('added'); require('fs').writeFileSync('args', process.argv.slice(2).join(' '));",
    );
    writeFileSync(at('scripts', 'build', 'build.mjs'), "console.log('built');");
    const { status, stdout, stderr } = prepack({ npm_execpath: at('npm-cli.cjs') });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(
      /^Preparing on-the-record: installing .*\nPreparing on-the-record: building.*\n$/,
    );
    // `npm pack --dry-run` passes its dry run on to every npm that it starts.
    expect(readFileSync(at('args'), 'utf8')).toMatch(/^ci .*--no-dry-run/);
  });

  test('ends with one line that says what to run if npm cannot be found', () => {
    const { status, stdout, stderr } = prepack({});
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^.* Run: npm ci && npm run build\n$/);
  });
});
