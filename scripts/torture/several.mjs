import path from 'node:path';
import { acknowledged, answersIn, goneThrough, inFolder, inLines, isCrash } from './program.mjs';

const ANSWERS = 200;

/** Several programs at work on one data folder, with resets, exports, imports and folds among them. */
export async function several({ say, short }) {
  const faults = [];
  let tried = 0;
  for (const programs of short ? [2] : [2, 8]) {
    say(`together, ${programs} programs`);
    tried += await inFolder(async (data) => {
      goneThrough(data, 400);
      const before = answersIn(data).length;
      const rounds = Array.from({ length: programs }, () => drill(data));
      const aside = meddle(data, programs * 3);
      const ends = await Promise.all(rounds);
      faults.push(...(await aside));
      for (const { err } of ends) if (isCrash(err)) faults.push(err.slice(0, 300));
      const said = ends.reduce((sum, { out }) => sum + acknowledged(out), 0);
      const all = answersIn(data);
      const kept = all.length - before;
      if (said !== programs * ANSWERS)
        faults.push(`${programs} programs: ${said} of ${programs * ANSWERS} answered`);
      if (kept < said) faults.push(`${programs} programs: ${said} said, ${kept} kept`);
      if (new Set(all.map(({ id }) => id)).size !== all.length) faults.push('an id twice');
      return said;
    });
  }
  return { tried, faults, told: 'answers of programs side by side' };
}

const drill = (data) =>
  inLines(['--plain', 'drill', '--data-dir', data], { input: `${'1\n\n'.repeat(ANSWERS)}q\n` })
    .ended;

/** What else is done to the store meanwhile: nothing of it may take an answer away. */
async function meddle(data, times) {
  const faults = [];
  const file = path.join(data, 'export.json');
  const jobs = [
    ['reset', '1', '--yes'],
    ['reset', '1', '--undo'],
    ['progress', 'export', file],
    ['progress', 'import', file],
    ['settings', 'certainty', 'off'],
  ];
  for (let n = 0; n < times; n++) {
    const { code, err } = await inLines([...jobs[n % jobs.length], '--data-dir', data]).ended;
    if (code !== 0) faults.push(`${jobs[n % jobs.length].join(' ')}: ${err.trim()}`);
  }
  return faults;
}
