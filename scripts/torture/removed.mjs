import { mkdirSync, renameSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { accountFault, answersKept } from './account.mjs';
import { acknowledged, COURSE, goneThrough, isCrash, logOf } from './program.mjs';
import { openRound } from './session.mjs';

const REMOVED = 'removed while the program was open';

const take = (place) => rmSync(place, { recursive: true, force: true });

/** How a log can go while the program is open. */
const WAYS = {
  'the log removed': (data) => take(logOf(data)),
  'its folder removed': (data) => take(path.join(data, COURSE)),
  'all removed': take,
  'its folder moved away': (data) =>
    renameSync(path.join(data, COURSE), path.join(data, 'moved away')),
  'an empty folder in its place': (data) => {
    take(path.join(data, COURSE));
    mkdirSync(path.join(data, COURSE));
  },
  'the log emptied': (data) => truncateSync(logOf(data)),
  'a new log in its place': async (data) => {
    take(data);
    const other = openRound(['--data-dir', data]);
    await other.answer(3);
    await other.leave();
  },
};

/** What the session has done is saved anew with the next answer, and it is said that the log was gone. */
async function removedBy(way, data) {
  goneThrough(data);
  const round = openRound(['--data-dir', data]);
  await round.answer(12);
  await way(data);
  const before = answersKept(data);
  await round.answer(5);
  return accountFault(await round.leave(), data, { before, given: 17, troubles: [REMOVED] });
}

/** With nothing but leaving behind it: what was shown is there all the same. */
async function removedAtTheEnd(folder) {
  const data = path.join(folder, 'data');
  const round = openRound(['--data-dir', data]);
  await round.answer(7);
  take(data);
  const end = await round.leave();
  return { fault: keptFault(end, data, 7) };
}

/** Again and again, at whatever the program is doing at that very moment. */
const removedAgainAndAgain = (times) => async (folder) => {
  const data = path.join(folder, 'data');
  const round = openRound(['--data-dir', data]);
  round.type(times * 20);
  for (let n = 1; n <= times; n++) {
    await round.taken(n * 20 - 10);
    removeUnder(data);
  }
  await round.taken(times * 20);
  const end = await round.leave();
  return { fault: keptFault(end, data, times * 20) ?? toldOnceFault(end) };
};

function toldOnceFault({ out }) {
  const times = out.replace(/\s+/g, ' ').split(REMOVED).length - 1;
  return times === 1 ? undefined : `told ${times} times: ${REMOVED}`;
}

/** The program may be making anew what is being removed. */
function removeUnder(data) {
  try {
    take(data);
  } catch {}
}

function keptFault({ code, out, err }, data, given) {
  if (isCrash(err) || code !== 0) return `ended with ${code}: ${err.slice(0, 300)}`;
  const kept = answersKept(data).size;
  const shown = acknowledged(out);
  if (shown === given && kept === given) return undefined;
  return `${given} answers given, ${shown} shown as taken, ${kept} kept`;
}

const removals = (names) =>
  Object.fromEntries(
    names.map((name) => [
      `removed under it, ${name}`,
      async (folder) => ({ fault: await removedBy(WAYS[name], path.join(folder, 'data')) }),
    ]),
  );

export const removalsOf = (short) => ({
  ...removals(short ? ['all removed', 'the log emptied'] : Object.keys(WAYS)),
  'removed at the end': removedAtTheEnd,
  'removed again and again': removedAgainAndAgain(short ? 3 : 20),
});
