import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadTool } from '../load-tool.mjs';
import { writeYears } from './made-progress.mjs';
import { percentile, ratioRow } from './table.mjs';

const ANSWERS = 300;
const SIZES = [10, 1_000, 10_000];

/** Saving one answer, on disk when it returns, against a line appended and flushed; whatever the size of the course. */
export async function measureSaving(_, say) {
  const { openProgressStore } = await loadTool('src/io/progress-store.ts');
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-bench-'));
  try {
    const rows = [];
    for (const checks of SIZES) {
      say(`saving, ${checks} checks`);
      const store = openProgressStore({
        folder: written(folder, checks),
        now: Date.now,
        newId: () => Math.random().toString(36).slice(2),
      });
      const line = path.join(folder, `line-${checks}`);
      const [mine, bare] = [[], []];
      for (let n = 0; n < ANSWERS; n++) {
        mine.push(timed(() => store.append([answer(n % checks)])));
        bare.push(timed(() => appendLine(line, n)));
      }
      const p50 = (values) => [percentile(values, 50)];
      rows.push(
        ratioRow(
          `save one answer, ${checks.toLocaleString('en')} checks`,
          p50(mine),
          'one flushed line',
          p50(bare),
          2,
        ),
      );
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

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
