import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countEntries, writeAnswerLog } from './answer-log.mjs';
import { progressStore } from './checkout.mjs';
import { say } from './say.mjs';
import { row } from './table.mjs';

/** Numbers of checks in a course. */
const SIZES = [10, 1_000, 10_000];
const COURSE = 'course';

/** As good as flat: on a busy disk two medians of the same thing differ by this much. */
const FLAT = 1.2;

/**
 * The time to save one answer, until it is on the disk, against one line that is appended and flushed. It should not
 * grow with the course.
 */
export async function savingRows({ sides }, answers) {
  say(`saving ${answers} answers in courses of ${SIZES.join(', ')} checks`);
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-bench-'));
  try {
    const stores = [];
    for (const side of sides) {
      const { openProgressStore } = await progressStore(side);
      for (const checks of SIZES)
        stores.push(openStore(openProgressStore, path.join(folder, String(stores.length)), checks));
    }
    saveInTurns(stores, answers);
    for (const store of stores) assertSaved(store, answers);
    return rowsOf(stores);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A store in which every check is answered, and the samples of it and of the line beside it. */
function openStore(openProgressStore, data, checks) {
  const ids = Array.from({ length: checks }, (_, n) => `check-${n}`);
  const lessons = [{ id: 'lesson', checks: ids }];
  writeAnswerLog(data, { id: COURSE, hash: '0', lessons }, checks);
  const store = openProgressStore({
    folder: path.join(data, COURSE),
    now: Date.now,
    newId: () => Math.random().toString(36).slice(2),
  });
  return { checks, data, store, before: countEntries(data, COURSE), saved: [], flushed: [] };
}

/** Saves one answer in each store, and so on. Each round begins with another store. */
function saveInTurns(stores, answers) {
  for (let n = 0; n < answers; n++)
    for (const i of stores.keys()) {
      const { checks, data, store, saved, flushed } = stores[(n + i) % stores.length];
      saved.push(timed(() => store.append([answer(n % checks)])));
      flushed.push(timed(() => appendLine(path.join(data, 'line'), n)));
    }
}

function assertSaved({ data, before }, answers) {
  const missing = before + answers - countEntries(data, COURSE);
  if (missing !== 0) throw new Error(`${missing} of ${answers} answers are not on the disk`);
}

function rowsOf(stores) {
  const samples = (size) =>
    stores.filter(({ checks }) => checks === size).map(({ saved }) => saved);
  const name = (checks) => `${checks.toLocaleString('en')} checks`;
  const [smallest, largest] = [SIZES[0], SIZES.at(-1)];
  return [
    ...SIZES.map((size, n) =>
      row(`save one answer, ${name(size)}`, samples(size), {
        baseline: ['one flushed line', stores[n].flushed],
        toReach: 2,
      }),
    ),
    row(`save one answer, ${name(largest)}`, samples(largest).slice(0, 1), {
      baseline: [name(smallest), samples(smallest)[0]],
      toReach: FLAT,
    }),
  ];
}

const answer = (n) => ({
  k: 'answer',
  lesson: 'lesson',
  check: `check-${n}`,
  choice: 'x',
  right: true,
  try: 2,
  lookUps: [],
  course: '0',
  offset: 60,
});

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function appendLine(file, n) {
  const fd = openSync(file, 'a');
  writeSync(fd, `\n${JSON.stringify({ ...answer(n), t: Date.now(), id: 'line' })}\n`);
  fsyncSync(fd);
  closeSync(fd);
}
