import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { COURSE, entriesIn, inFolder, inLines, logOf } from './program.mjs';

const foldOf = (data) => path.join(data, COURSE, 'fold.json');

/**
 * What else is done to a store while others answer, once for each import: nothing of it may take an answer away.
 * @returns what was wrong with it, or with what a start in between would have taken up
 */
export async function meddle(data, imports, judge) {
  const faults = [];
  for (const one of imports) {
    rmSync(foldOf(data), { force: true }); // so that whoever ends next has one to write
    for (const job of jobs(data, one)) {
      faults.push(...(await job()));
      faults.push(...(await startBetween(data, judge)).map((fault) => `in between, ${fault}`));
    }
  }
  return faults;
}

const jobs = (data, one) => [
  () => command(data, ['reset', '1', '--yes']),
  () => takenIn(data, one),
  () => command(data, ['reset', '1', '--undo']),
  () => exported(data),
  () => command(data, ['settings', 'certainty', 'off']),
];

async function command(data, args, expected = '') {
  const { code, out, err } = await inLines([...args, '--data-dir', data]).ended;
  if (code === 0 && out.startsWith(expected)) return [];
  return [`${args.slice(0, 2).join(' ')} ended with code ${code}: ${(err || out).trim()}`];
}

/** What the file holds is nowhere else, so all of it is to be added. */
const takenIn = (data, { file, answers }) =>
  command(data, ['progress', 'import', file], `Added: ${answers} answers`);

/** An export has at least what was there before it. */
async function exported(data) {
  const before = entriesIn(data);
  const file = path.join(data, 'export.json');
  const faults = await command(data, ['progress', 'export', file]);
  if (faults.length > 0) return faults;
  const has = new Set(JSON.parse(readFileSync(file, 'utf8')).entries.map(({ id }) => id));
  const lost = before.filter(({ id }) => !has.has(id));
  return lost.length > 0 ? [`an export lacks ${lost.length} of ${before.length} entries`] : [];
}

/** A start from the fold and the log as they lie there now; the log is copied last, since it only grows. */
const startBetween = (data, judge) =>
  inFolder((copy) => {
    mkdirSync(path.join(copy, COURSE));
    if (existsSync(foldOf(data))) copyFileSync(foldOf(data), foldOf(copy));
    copyFileSync(logOf(data), logOf(copy));
    return judge(copy).faults;
  });

/** How many answers it takes to go through the lesson from its first step. */
const KEYS = '1\n'.repeat(40);

/** Answers alone, of which a fold is made at their end: and what the next start takes up of it. */
export async function foldedAnew(data, judge) {
  const faults = judge(data).faults;
  faults.push(...(await command(data, ['reset', '2', '--yes'])));
  rmSync(foldOf(data), { force: true });
  const { code } = await inLines(['--plain', 'learn', '2', '--data-dir', data], { input: KEYS })
    .ended;
  if (code !== 0) faults.push(`learn 2 ended with code ${code}`);
  if (!existsSync(foldOf(data))) faults.push('not tried: no fold was written');
  return [...faults, ...judge(data).faults.map((fault) => `after a fold, ${fault}`)];
}
