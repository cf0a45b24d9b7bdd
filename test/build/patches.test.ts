import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildFailure, build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { everyPatchIsUsed, patches } from '../../scripts/build/patches.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMMANDER = 'node_modules/commander/lib/command.js';
const { version } = JSON.parse(
  readFileSync(path.join(ROOT, 'node_modules/commander/package.json'), 'utf8'),
);
const NAME = `commander+${version}.patch`;
const LOADS_CHILD_PROCESS = /require\(["']node:child_process["']\)/;

describe('a build with patches', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const patch = (): string => readFileSync(path.join(ROOT, 'patches', NAME), 'utf8');
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);

  const bundle = async (entry = COMMANDER): Promise<string> => {
    const { outputFiles } = await build({
      absWorkingDir: ROOT,
      entryPoints: [entry],
      plugins: [patches(folder), everyPatchIsUsed(folder)],
      bundle: true,
      platform: 'node',
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    return outputFiles[0]?.text ?? '';
  };
  const errors = async (bundling: Promise<string>): Promise<string[]> => {
    const failure = await bundling.then(
      () => undefined,
      (error: BuildFailure) => error,
    );
    return failure?.errors.map(({ text }) => text) ?? [];
  };

  test('changes the package in the bundle, and only there', async () => {
    expect(await bundle()).toMatch(LOADS_CHILD_PROCESS);
    write(NAME, patch());
    expect(await bundle()).not.toMatch(LOADS_CHILD_PROCESS);
    expect(readFileSync(path.join(ROOT, COMMANDER), 'utf8')).toMatch(LOADS_CHILD_PROCESS);
  });

  test('fails for another version of the package', async () => {
    write('commander+0.1.0.patch', patch());
    expect(await errors(bundle())).toEqual([
      `commander+0.1.0.patch is for version 0.1.0, but ${version} is installed`,
    ]);
  });

  test('fails if the package no longer has the lines of the patch', async () => {
    write(
      NAME,
      patch().replace("-const childProcess = require('node:", "-const childProcess = ('"),
    );
    expect(await errors(bundle())).toEqual([`${NAME} does not apply to ${COMMANDER}`]);
  });

  test('fails if it does not bundle the file that has a patch', async () => {
    write(NAME, patch());
    expect(await errors(bundle('node_modules/commander/lib/error.js'))).toEqual([
      `${NAME}: ${COMMANDER} is not bundled`,
    ]);
  });
});
