import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { accountFault, answersKept } from './account.mjs';
import { COURSE, logOf } from './program.mjs';
import { openRound } from './session.mjs';
import { onSmallDisk } from './small-disk.mjs';

/** A folder that cannot be written to when the program starts, with answers in it. */
export const readOnly = (folder) =>
  inReadOnly(folder, async (data, shut, trouble) => {
    const before = await someAnswers(data);
    shut(true);
    const round = openRound(['--data-dir', data]);
    await round.answer(10);
    const fault = accountFault(await round.leave(), data, {
      before,
      given: 10,
      troubles: [trouble],
    });
    shut(false);
    return { fault };
  });

/** One that cannot be for a while, in the midst of a session: in the end all of it is there. */
export const readOnlyForAWhile = (folder) =>
  inReadOnly(folder, async (data, shut, trouble) => {
    const round = openRound(['--data-dir', data]);
    await round.answer(5);
    shut(true);
    await round.answer(5);
    const meanwhile = answersKept(data).size;
    shut(false);
    await round.answer(1);
    const end = await round.leave();
    if (meanwhile !== 5) return { fault: `${meanwhile} kept where only 5 could be` };
    if (answersKept(data).size !== 11) return { fault: `${answersKept(data).size} of 11 kept` };
    return { fault: accountFault(end, data, { given: 11, troubles: [trouble] }) };
  });

async function someAnswers(data) {
  const round = openRound(['--data-dir', data]);
  await round.answer(3);
  await round.leave();
  return answersKept(data);
}

/** Rights do for anyone but root. @param work (data, shut, what the program is to say) => outcome */
export function inReadOnly(folder, work) {
  if (process.getuid?.() === 0)
    return onSmallDisk(folder, '256k', (data, shut) => work(data, shut, 'the disk is read-only'));
  if (process.platform === 'win32') return { notTried: 'no folder can be made read-only here' };
  const data = path.join(folder, 'data');
  mkdirSync(path.join(data, COURSE), { recursive: true });
  return work(data, (on) => shutByRights(data, on), 'you have no right to it');
}

function shutByRights(data, on) {
  const part = path.join(data, COURSE);
  try {
    chmodSync(logOf(data), on ? 0o400 : 0o600);
  } catch {} // there is none before the first answer
  chmodSync(part, on ? 0o500 : 0o700);
  chmodSync(data, on ? 0o500 : 0o700);
}
