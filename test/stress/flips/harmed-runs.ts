import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { lineOf } from '../../../src/core/log/line.js';
import { logOf } from '../answer-log.js';
import { isCrash, type PlainEnd, startPlain } from '../plain-program.js';
import { planned } from '../plans.js';
import { openStore } from '../whole-log.js';
import { type Harm, harm, harmed, harms } from './harm.js';
import { type Files, putFiles, summaryOf } from './harmed-stores.js';

/**
 * `progress --json` on a damaged summary says what it said before. On a damaged log without a summary, it says what the
 * lines that are left amount to, with a warning.
 */
export async function checkProgressRun(data: string, files: Files, seed: number): Promise<void> {
  const [all, isLog] = planned(fc.tuple(harms, fc.boolean()), seed);
  const change = (bytes: Buffer): Buffer => all.reduce(harmed, bytes);
  putFiles(data, files);
  const before = await progressOf(data);
  assert.equal(before.err, '', 'not tried: warnings on files that are intact');
  if (isLog) {
    writeFileSync(logOf(data), change(files.log));
    rmSync(summaryOf(data));
  } else writeFileSync(summaryOf(data), change(files.summary));
  const now = await progressOf(data);
  if (now.out === before.out) return;
  assert.ok(isLog, `other progress from a damaged summary: ${shown(all)}`);
  const isCut = all.some(({ does }) => does === 'cut'); // which leaves no trace at the end of a line
  assert.ok(now.err !== '' || isCut, `other progress without a word: ${shown(all)}`);
  const left = openStore(data).history();
  writeFileSync(logOf(data), left.map((entry) => `${lineOf(entry)}\n`).join(''));
  const wanted = await progressOf(data);
  assert.equal(now.out, wanted.out, `other progress than the lines that are left: ${shown(all)}`);
}

async function progressOf(data: string): Promise<PlainEnd> {
  const end = await startPlain(['progress', '--json', '--data-dir', data]).ended;
  assert.ok(end.code === 0 && !isCrash(end.err), `exit ${end.code}: ${end.err.slice(0, 300)}`);
  return end;
}

const shown = (all: readonly Harm[]): string => JSON.stringify(all);

const WORD = ['workshop', 'join', 'flipped', '--lesson', '1', '--name', 'Ada'];

/** The result of an exercise is damaged: the next session writes it again, as the log has it. */
export async function checkResultRun(folder: string, seed: number): Promise<void> {
  const data = path.join(folder, 'data');
  const join = async (input: string): Promise<string> => {
    const end = await startPlain([...WORD, '--data-dir', data], { input, cwd: folder }).ended;
    assert.ok(end.code === 0 && !isCrash(end.err), `exit ${end.code}: ${end.err.slice(0, 300)}`);
    const [name = ''] = readdirSync(folder).filter((one) => one.startsWith('result-'));
    return path.join(folder, name);
  };
  const file = await join('1\n1\n1\n1\n');
  const before = answersOf(file);
  assert.ok(before.length > 0, 'not tried: no answer in the result');
  writeFileSync(file, harmed(readFileSync(file), planned(harm, seed)));
  assert.equal(await join('q\n'), file);
  assert.deepEqual(answersOf(file), before);
}

const answersOf = (file: string): unknown[] => JSON.parse(readFileSync(file, 'utf8')).answers;
