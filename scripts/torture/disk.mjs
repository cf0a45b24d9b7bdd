import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountFault, answersKept } from './account.mjs';
import { toldOf, tryCases } from './cases.mjs';
import { cutStores } from './cut-store.mjs';
import { fullForAWhile, fullToTheEnd, limitOnFiles } from './full-disk.mjs';
import { homes } from './no-home.mjs';
import { inFolder, logOf } from './program.mjs';
import { readOnly, readOnlyForAWhile } from './read-only.mjs';
import { removalsOf } from './removed.mjs';
import { openRound } from './session.mjs';

/** What a disk can do to a program: nothing that was saved is lost, it is said once, and the session goes on. */
export async function disk({ say, short }) {
  const cases = {
    'full to the end': fullToTheEnd,
    'full for a while': fullForAWhile,
    'a limit on the size of files': limitOnFiles,
    'read-only': readOnly,
    'read-only for a while': readOnlyForAWhile,
    ...removalsOf(short),
    ...homes,
    'a file in the way': fileInTheWay,
    'a clock set back': clockSetBack,
  };
  const { tried, faults, notTried } = await tryCases('disk', cases, { say, width: 2 });
  const cut = await inFolder((folder) => cutStores(folder, { every: short ? 193 : 1, say }));
  return {
    tried: tried + cut.tried,
    faults: [...faults, ...cut.faults],
    told: toldOf(`${cut.tried} places to cut a store at`, notTried),
  };
}

async function fileInTheWay(folder) {
  const data = path.join(folder, 'data');
  writeFileSync(data, 'a file');
  const round = openRound(['--data-dir', data]);
  await round.answer(10);
  const troubles = ['Could not read', 'Could not save'];
  const fault = accountFault(await round.leave(), data, { given: 10, troubles });
  if (readFileSync(data, 'utf8') !== 'a file') return { fault: 'the file was changed' };
  return { fault };
}

/** By ten years: times in the log rise all the same, and every answer counts. */
async function clockSetBack(data) {
  const today = openRound(['--data-dir', data]);
  await today.answer(10);
  await today.leave();
  const before = answersKept(data);
  const back = path.join(data, 'back.mjs');
  writeFileSync(back, 'const now = Date.now; Date.now = () => now() - 10 * 365 * 86_400_000;');
  const round = openRound(['--data-dir', data], { node: ['--import', back] });
  await round.answer(20);
  const fault = accountFault(await round.leave(), data, { before, given: 20 });
  return { fault: fault ?? (timesRise(data) ? undefined : 'times in the log fall') };
}

function timesRise(data) {
  const lines = readFileSync(logOf(data), 'utf8').split('\n').filter(Boolean);
  const times = lines.map((line) => JSON.parse(line).t);
  return times.every((t, n) => n === 0 || t > times[n - 1]);
}
