import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hash32 } from '../../../src/core/hash.js';
import { fromScratch, linesIn, manyAnswers, open } from '../../support/stores.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const newFolder = temporaryFolders();
let programs = '';
let program = '';

beforeAll(async () => {
  programs = mkdtempSync(path.join(tmpdir(), 'on-the-record-program-'));
  program = path.join(programs, 'append-forever.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../../support/append-forever.ts', import.meta.url))],
    outdir: programs,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
  });
});

afterAll(() => rmSync(programs, { recursive: true, force: true }));

const idsIn = (folder: string): Set<string> =>
  new Set(linesIn(folder).map((line): string => JSON.parse(line).id));

async function run(folder: string, name: string, count: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, folder, name, `${count}`]);
  const [out] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return out.split('\n').filter(Boolean);
}

/** Kills the program as soon as it has told of so many answers. @returns all that it had told of by then */
async function runAndKill(folder: string, name: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, folder, name, '100000']);
  let told = '';
  child.stdout.on('data', (piece: Buffer) => {
    told += piece;
    if (told.split('\n').length > after) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return told.split('\n').slice(0, -1);
}

const noLimits = process.platform === 'win32';

/** Runs the program where no file may grow beyond so many blocks, of 512 or 1,024 bytes by the shell. */
async function runLimited(
  blocks: number,
  folder: string,
  count: string,
): Promise<{ out: string; err: string }> {
  const script = `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`;
  const command = [process.execPath, program, folder, 'limited', count];
  const child = spawn('/bin/sh', ['-c', script, 'sh', ...command]);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err };
}

describe('several programs on one log', () => {
  it('lose nothing of each other’s, 200 answers each', async () => {
    const folder = newFolder();
    const told = await Promise.all([run(folder, 'one', 200), run(folder, 'two', 200)]);
    expect(told.flat()).toHaveLength(400);
    expect(idsIn(folder)).toEqual(new Set(told.flat()));
    const store = open(folder);
    expect(store.warnings()).toEqual([]);
    expect(store.progress()).toEqual(fromScratch(folder));
    expect(readdirSync(folder).sort()).toEqual(['answers-1.jsonl', 'fold.json']);
  });

  it('lose nothing they have told of when they are killed, 20 times over', async () => {
    const folder = newFolder();
    const told: string[] = [];
    const runOne = async (seed: number): Promise<void> => {
      told.push(...(await runAndKill(folder, `run${seed}`, 1 + (hash32(`kill ${seed}`) % 250))));
    };
    for (let seed = 0; seed < 20; seed += 2) await Promise.all([runOne(seed), runOne(seed + 1)]);
    const kept = idsIn(folder);
    expect(told.length).toBeGreaterThan(1000);
    expect(told.filter((id) => !kept.has(id))).toEqual([]);
    expect(open(folder).progress()).toEqual(fromScratch(folder));
  }, 15_000);

  it.skipIf(noLimits)(
    'are told the disk is full when the system really ends a write short',
    async () => {
      const folder = newFolder();
      const { out, err } = await runLimited(5, folder, '100');
      const told = out.split('\n').filter(Boolean);
      expect(told.length).toBeGreaterThan(5);
      expect(told.length).toBeLessThan(50);
      expect(err).toContain('disk-full');
      open(folder).append([{ k: 'set', key: 'after', value: 'mended' }]);
      const { settings, checks } = open(folder).progress();
      expect(settings).toEqual({ after: 'mended' });
      expect([...checks].reduce((sum, [, { tries }]) => sum + tries, 0)).toBe(told.length);
    },
  );

  it.skipIf(noLimits)('put no fold in place that the system really cut short', async () => {
    const folder = newFolder();
    open(folder).append(manyAnswers());
    await runLimited(1, folder, '0');
    expect(readdirSync(folder)).toEqual(['answers-1.jsonl']);
    await run(folder, 'one', 0);
    expect(readdirSync(folder).sort()).toEqual(['answers-1.jsonl', 'fold.json']);
  });
});
