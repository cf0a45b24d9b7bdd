import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { chance } from '../chance.mjs';
import { loadTool } from '../load-tool.mjs';
import {
  acknowledged,
  answersIn,
  COURSE,
  goneThrough,
  index,
  inFolder,
  inLines,
  isCrash,
} from './program.mjs';
import { openTerminal } from './terminal.mjs';

/** A learner whose program is killed at some instant, again and again, on one store that goes on growing. */
export async function kill({ seed, runs, say }) {
  const { openProgressStore } = await loadTool('src/io/progress-store.ts');
  const faults = [];
  let answers = 0;
  const half = [0, 1]; // a store for each core, so that what one run has saved can be told
  await Promise.all(
    half.map((side) =>
      inFolder(async (data) => {
        goneThrough(data, 400); // more than is read before a fold is worth it
        const mine = chance(seed + side);
        for (let n = side; n < runs; n += 2) {
          if (n % 100 === 0) say(`kill, ${n} of ${runs}`);
          const before = answersIn(data).length;
          // Each third without a fold, so that ending the program has one to write.
          if (mine.next() < 0.33) rmSync(path.join(data, COURSE, 'fold.json'), { force: true });
          const shown = n % 10 < 3 ? await onScreen(data, mine) : await lines(data, mine, faults);
          answers += shown;
          const after = answersIn(data).length;
          if (after - before < shown)
            faults.push(`kill ${n}: ${shown} shown, ${after - before} kept`);
          const store = openProgressStore({
            folder: path.join(data, COURSE),
            now: Date.now,
            newId: () => 'x',
          });
          const trouble = store.troubles().find(({ kind }) => kind !== 'damaged');
          if (trouble) faults.push(`kill ${n}: ${trouble.message}`);
          if (!existsSync(path.join(data, COURSE))) faults.push(`kill ${n}: no store`);
        }
      }),
    ),
  );
  return { tried: runs, faults, told: `${answers} answers shown as taken` };
}

const ENDLESS = '1\n'.repeat(400);

/** @returns how many answers were said to be taken before the end */
async function lines(data, mine, faults) {
  const args =
    mine.next() < 0.5 ? ['drill'] : ['learn', String(mine.whole(1, index.lessons.length))];
  const { child, ended } = inLines(['--plain', ...args, '--data-dir', data], { input: ENDLESS });
  await Promise.race([later(mine.whole(80, 500)), ended]);
  child.kill('SIGKILL');
  const { out, err } = await ended;
  if (isCrash(err)) faults.push(`lines: ${err.slice(0, 300)}`);
  return acknowledged(out);
}

/** Rounds on screen: a digit and Enter answer, Space goes on. */
async function onScreen(data, mine) {
  const terminal = openTerminal(['drill', '--data-dir', data]);
  const until = performance.now() + mine.whole(250, 800);
  let shown = 0;
  let last = '';
  while (performance.now() < until && !terminal.isEnded()) {
    terminal.write(mine.pick(['1', '2', '3']));
    terminal.write('\r');
    await later(mine.whole(15, 60));
    const now = terminal.text();
    if (/✓ Right|✗ Not this time/.test(now) && now !== last) {
      shown += 1;
      last = now;
      terminal.write(' ');
      await later(25);
    }
  }
  terminal.kill('SIGKILL');
  await terminal.ended;
  return shown;
}
