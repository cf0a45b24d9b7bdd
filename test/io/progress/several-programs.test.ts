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

/** Kills the program once it has reported `after` answers. Returns all the answers that it reported. */
async function runAndKill(folder: string, name: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, folder, name, '100000']);
  let output = '';
  child.stdout.on('data', (piece: Buffer) => {
    output += piece;
    if (output.split('\n').length > after) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return output.split('\n').slice(0, -1);
}

const noLimits = process.platform === 'win32';

/** Runs the program with a limit on file size, in blocks of 512 or 1,024 bytes, depending on the shell. */
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
  it('lose none of each other’s answers, 200 each', async () => {
    const folder = newFolder();
    const reported = await Promise.all([run(folder, 'one', 200), run(folder, 'two', 200)]);
    expect(reported.flat()).toHaveLength(400);
    expect(idsIn(folder)).toEqual(new Set(reported.flat()));
    const store = open(folder, Date.now);
    expect(store.warnings()).toEqual([]);
    expect(store.progress()).toEqual(fromScratch(folder));
    expect(readdirSync(folder).sort()).toEqual(['answers-1.jsonl', 'fold.json']);
  });

  // The stress part `kill` does this a thousand times, with the program itself.
  it('lose no reported answer when they are killed, 6 times', async () => {
    const folder = newFolder();
    const reported: string[] = [];
    const runOne = async (seed: number): Promise<void> => {
      reported.push(
        ...(await runAndKill(folder, `run${seed}`, 1 + (hash32(`kill ${seed}`) % 250))),
      );
    };
    for (let seed = 0; seed < 6; seed += 2) await Promise.all([runOne(seed), runOne(seed + 1)]);
    const stored = idsIn(folder);
    expect(reported.length).toBeGreaterThan(300);
    expect(reported.filter((id) => !stored.has(id))).toEqual([]);
    expect(open(folder).progress()).toEqual(fromScratch(folder));
  }, 15_000);

  it.skipIf(noLimits)('report a full disk when the system writes only a part', async () => {
    const folder = newFolder();
    const { out, err } = await runLimited(5, folder, '100');
    const reported = out.split('\n').filter(Boolean);
    expect(reported.length).toBeGreaterThan(5);
    expect(reported.length).toBeLessThan(50);
    expect(err).toContain('disk-full');
    open(folder).append([{ k: 'set', key: 'after', value: 'fixed' }]);
    const { settings, checks } = open(folder).progress();
    expect(settings).toEqual({ after: 'fixed' });
    expect([...checks].reduce((sum, [, { tries }]) => sum + tries, 0)).toBe(reported.length);
  });

  it.skipIf(noLimits)('keep no snapshot that the system wrote only in part', async () => {
    const folder = newFolder();
    open(folder).append(manyAnswers());
    await runLimited(1, folder, '0');
    expect(readdirSync(folder)).toEqual(['answers-1.jsonl']);
    await run(folder, 'one', 0);
    expect(readdirSync(folder).sort()).toEqual(['answers-1.jsonl', 'fold.json']);
  });
});
