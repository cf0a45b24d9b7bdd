import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadTool } from '../scripts/load-tool.mjs';
import { writeYears } from './made-progress.mjs';
import { ratioRow } from './table.mjs';

const SIZES = [10, 1_000, 10_000];
const [SMALLEST, LARGEST] = [SIZES[0], SIZES.at(-1)];

/** As good as flat: two medians of the same thing differ by as much on a busy disk. */
const FLAT = 1.2;

/** Saving one answer, on disk when it returns, against a line appended and flushed; whatever the size of the course. */
export async function savingRows(_, answers, say) {
  const { openProgressStore } = await loadTool('src/io/progress-store.ts');
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-bench-'));
  try {
    say(`saving ${answers} answers in each of ${SIZES.length} courses`);
    const stores = SIZES.map((checks) => opened(openProgressStore, folder, checks));
    inTurns(stores, answers);
    for (const { store } of stores)
      if (store.unsaved() > 0) throw new Error(`${store.unsaved()} answers are not on the disk`);
    const { mine: small } = stores.find(({ checks }) => checks === SMALLEST);
    const { mine: large } = stores.find(({ checks }) => checks === LARGEST);
    return [
      ...stores.map(savingRow),
      ratioRow(`the same, ${named(LARGEST)}`, large, named(SMALLEST), small, { toReach: FLAT }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A store in which every check has been answered, and what will have been measured of it and of a line of its own. */
function opened(openProgressStore, folder, checks) {
  const store = openProgressStore({
    folder: written(folder, checks),
    now: Date.now,
    newId: () => Math.random().toString(36).slice(2),
  });
  return { checks, store, line: path.join(folder, `line-${checks}`), mine: [], bare: [] };
}

/** An answer to each store and a line beside it, and so on; each time another store comes first. */
function inTurns(stores, answers) {
  for (let n = 0; n < answers; n++)
    for (const i of stores.keys()) {
      const { checks, store, line, mine, bare } = stores[(n + i) % stores.length];
      mine.push(timed(() => store.append([answer(n % checks)])));
      bare.push(timed(() => appendLine(line, n)));
    }
}

const named = (checks) => `${checks.toLocaleString('en')} checks`;

const savingRow = ({ checks, mine, bare }) =>
  ratioRow(`save one answer, ${named(checks)}`, mine, 'one flushed line', bare, { toReach: 2 });

/** Progress in which every check has been answered. */
function written(root, checks) {
  const ids = Array.from({ length: checks }, (_, n) => `check-${n}`);
  const data = path.join(root, String(checks));
  writeYears(
    data,
    { id: 'made', hash: '0', lessons: [{ id: 'lesson', checks: ids }] },
    { answers: checks },
  );
  return path.join(data, 'made');
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
  const began = performance.now();
  work();
  return performance.now() - began;
}

function appendLine(file, n) {
  const fd = openSync(file, 'a');
  writeSync(fd, `\n${JSON.stringify({ ...answer(n), t: Date.now(), id: 'line' })}\n`);
  fsyncSync(fd);
  closeSync(fd);
}
