import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountFault, answersKept } from './account.mjs';
import { answersIn, COURSE, logOf } from './program.mjs';
import { openRound } from './session.mjs';
import { onSmallDisk } from './small-disk.mjs';

const FULL = 'the disk is full';

/** In bytes: one page of a tmpfs is left for the log, most of which has been written to before. */
const DISK = 64 * 1024;
const PAGE = 4096;

/** A disk that is full in the midst of the session, and stays so. */
export const fullToTheEnd = (folder) =>
  onSmallDisk(folder, DISK, async (data) => {
    const before = nearlyFull(data);
    const round = openRound(['--data-dir', data]);
    await round.answer(40);
    return {
      fault: accountFault(await round.leave(), data, { before, given: 40, troubles: [FULL] }),
    };
  });

/** One where room is made again: then all of it is saved. */
export const fullForAWhile = (folder) =>
  onSmallDisk(folder, DISK, async (data) => {
    const before = nearlyFull(data);
    const round = openRound(['--data-dir', data]);
    await round.answer(40);
    const kept = answersKept(data).size - before.size;
    if (kept >= 40) return { fault: `${kept} of 40 answers kept on a full disk: it was none` };
    rmSync(ballastOf(data));
    await round.answer(1);
    const end = await round.leave();
    const unsaved = before.size + 41 - answersKept(data).size;
    if (unsaved > 0) return { fault: `${unsaved} of 41 answers not kept though room was made` };
    return { fault: accountFault(end, data, { before, given: 41, troubles: [FULL] }) };
  });

const ballastOf = (data) => path.join(data, 'ballast');

/** @returns the ids of the answers that are there */
function nearlyFull(data) {
  writeFileSync(ballastOf(data), Buffer.alloc(DISK - PAGE));
  mkdirSync(path.join(data, COURSE));
  const lines = Array.from({ length: 18 }, (_, n) => `\n${JSON.stringify(earlier(n))}\n`);
  writeFileSync(logOf(data), lines.join(''));
  return answersKept(data);
}

const earlier = (n) => ({
  ...{ k: 'answer', lesson: 'the-dispute', check: `check-${n}`, choice: 'x', right: true },
  ...{ try: 1, lookUps: [], course: '0', offset: 0, t: n + 1, id: `a${n}` },
});

/** No file may grow beyond so many blocks, of 512 or 1,024 bytes by the shell: the system ends a write short. */
const FEW_BLOCKS = `trap '' XFSZ; ulimit -f 5; exec "$@"`;

/** Where nothing can be mounted, too: a write that the system cuts short, and refuses from then on. */
export async function limitOnFiles(data) {
  if (process.platform === 'win32') return { notTried: 'no limit on the size of files here' };
  const limited = openRound(['--data-dir', data], { wrap: FEW_BLOCKS });
  await limited.answer(60);
  const troubles = [FULL];
  const fault = accountFault(await limited.leave(), data, { given: 60, troubles });
  if (fault) return { fault };
  // By chance the line that was cut short lacks nothing but its end, which the next answer gives it.
  const before = new Set(answersIn(data).map(({ id }) => id));
  if (before.size >= 60) return { fault: 'all was kept: the limit was none' };
  const round = openRound(['--data-dir', data]);
  await round.answer(5);
  return { fault: accountFault(await round.leave(), data, { before, given: 5 }) };
}
