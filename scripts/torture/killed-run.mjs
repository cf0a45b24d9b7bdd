import { watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { COURSE } from './program.mjs';
import { seatInLines, seatOnScreen } from './seats.mjs';

/** Longer than any page takes to come, however busy the machine. */
const HUNG = 30_000;

/**
 * When the program is killed: at some instant of its start, of its work, or of its leaving, which writes the fold. In
 * turns, so that a short run tries each; seven, since kinds of work and ways to sit take turns by other numbers.
 */
const MOMENTS = ['working', 'leaving', 'starting', 'working', 'folding', 'working', 'working'];

/** What the nth run of a side is to be; times are milliseconds. */
export function runPlan(mine, n, onScreen) {
  const moment = MOMENTS[n % MOMENTS.length];
  return {
    onScreen,
    moment,
    leaves: moment === 'leaving' || moment === 'folding',
    keys: moment === 'starting' ? 0 : mine.whole(3, 14),
    delay: mine.next() * DELAYS[moment](onScreen),
    pickDigit: (choices) => mine.whole(1, choices),
  };
}

/** At most so long after the last key: longer than what it sets off takes. */
const DELAYS = {
  starting: (onScreen) => (onScreen ? 400 : 250),
  working: (onScreen) => (onScreen ? 30 : 10),
  leaving: () => 60,
  folding: () => 5,
};

/**
 * A learner at work until the program is killed.
 * @returns the first page that was seen, the latest place, what was given with what was seen of it, and how it ended
 */
export async function killedRun(data, args, plan) {
  const sit = plan.onScreen ? seatOnScreen : seatInLines;
  const seat = sit([...args, '--data-dir', data]);
  const run = { first: undefined, place: undefined, given: [], faults: [] };
  const killing = atWork(seat, plan, run).then(() => untilKilled(seat, data, plan));
  const hung = later(HUNG, 'hung', { ref: false });
  if ((await Promise.race([killing, hung])) === 'hung') run.faults.push(`hung for ${HUNG} ms`);
  seat.kill();
  const end = await seat.ended;
  take(run, { right: seat.right() });
  if (!end.killed && (!plan.leaves || end.code !== 0))
    run.faults.push(`it ended by itself, with code ${end.code} and signal ${end.signal}`);
  const crash = seat.crash();
  if (crash) run.faults.push(`a fault was shown: ${JSON.stringify(crash.slice(0, 400))}`);
  return { ...run, killed: end.killed };
}

/** As many keys as planned. What the last one sets off is waited for only where another key, to leave, follows. */
async function atWork(seat, { keys, leaves, pickDigit }, run) {
  for (let n = 0; n < keys; n++) {
    const page = await nextPage(seat, run);
    if (!page || page.kind === 'menu') return;
    await press(seat, page, pickDigit, run);
  }
  if (leaves) await nextPage(seat, run);
}

async function nextPage(seat, run) {
  const page = await seat.page();
  if (!page) return undefined;
  run.first ??= page;
  run.place = page.place ?? run.place;
  take(run, page);
  return page;
}

async function press(seat, page, pickDigit, run) {
  if (page.kind !== 'question') return seat.goOn();
  const digit = pickDigit(page.choices);
  run.given.push({ question: page, digit, right: undefined });
  await seat.answer(digit);
}

/** An answer counts as shown to be taken as soon as it is judged. */
function take({ given }, { right }) {
  const last = given.at(-1);
  if (last) last.right ??= right;
}

async function untilKilled(seat, data, { moment, leaves, delay }) {
  const begun = moment === 'folding' && foldBegun(data, seat.ended);
  if (leaves) seat.quit();
  await begun;
  await Promise.race([later(delay), seat.ended]);
}

/** Waits for the file that a fold is first written to, or for an end without one. */
function foldBegun(data, ended) {
  const watcher = watch(path.join(data, COURSE), { persistent: false });
  const begun = new Promise((resolve) => {
    watcher.on('change', (_, name) => name?.startsWith('fold-') && resolve());
  });
  return Promise.race([begun, ended]).finally(() => watcher.close());
}
