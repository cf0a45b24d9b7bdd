import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { foldedAnew, meddle } from './meddling.mjs';
import { otherLearners } from './other-learner.mjs';
import { wordsOf } from './page.mjs';
import {
  acknowledged,
  entriesOf,
  goneThrough,
  inFolder,
  inLines,
  isCrash,
  logText,
  record,
} from './program.mjs';
import { wholeLogJudge } from './whole-log.mjs';

const ANSWERS = 200;

/** How many files of others are taken in, by how many programs there are. */
const IMPORTS = { 2: 1, 8: 4 };

/** Several programs at work on one data folder, with resets, exports, imports and folds among them. */
export async function several({ say, short }) {
  const judge = await wholeLogJudge();
  const faults = [];
  let tried = 0;
  for (const programs of short ? [2] : [2, 8]) {
    say(`together, ${programs} programs`);
    const { said, found } = await inFolder((folder) => sideBySide(folder, programs, judge));
    tried += said;
    faults.push(...found.map((fault) => `${programs} programs: ${fault}`));
  }
  return { tried, faults, told: 'answers of programs side by side' };
}

async function sideBySide(folder, programs, judge) {
  const data = path.join(folder, 'data');
  mkdirSync(data);
  goneThrough(data, 400);
  const before = logText(data);
  const imports = await otherLearners(folder, IMPORTS[programs]);
  const all = Promise.all(Array.from({ length: programs }, () => drill(data)));
  const found = await meddle(data, imports, judge);
  const ends = await all;
  for (const { code, err } of ends)
    if (code !== 0 || isCrash(err)) found.push(`one ended with code ${code}: ${err.slice(0, 300)}`);
  const said = ends.flatMap(({ out }) => saidIn(out));
  if (said.length !== programs * ANSWERS)
    found.push(`${said.length} of ${programs * ANSWERS} answered`);
  found.push(...lost(data, before, imports, said), ...(await foldedAnew(data, judge)));
  return { said: said.length, found };
}

const drill = (data) =>
  inLines(['--plain', 'drill', '--data-dir', data], { input: `${'1\n\n'.repeat(ANSWERS)}q\n` })
    .ended;

/** What was answered, as it was shown: of which claim, and whether it was right. */
const saidIn = (out) =>
  out
    .split(/^Who said it\?, \d+$/m)
    .slice(1)
    .filter((page) => acknowledged(page) > 0)
    .map((page) => {
      const words = wordsOf(page);
      const claim = record.claims.find(({ said }) => said && words.startsWith(wordsOf(said)));
      return `${claim?.id} ${/^Right$/m.test(page) ? 'right' : 'wrong'}`;
    });

/** What is missing of what was there before, was taken in, and was shown as taken. */
function lost(data, before, imports, said) {
  const text = logText(data);
  const entries = entriesOf(text);
  const ids = new Set(entries.map(({ id }) => id));
  const others = new Set(imports.flatMap((one) => one.entries.map(({ id }) => id)));
  const had = new Set(entriesOf(before).map(({ id }) => id));
  const drilled = entries.filter(({ k, id }) => k === 'drill' && !others.has(id) && !had.has(id));
  const gone = [...others].filter((id) => !ids.has(id)).length;
  return [
    ...(text.startsWith(before) ? [] : ['what was there before is not as it was']),
    ...(ids.size === entries.length ? [] : [`${entries.length - ids.size} ids twice`]),
    ...(gone === 0 ? [] : [`${gone} of ${others.size} entries taken in are not there`]),
    ...differing(
      said,
      drilled.map(({ claim, right }) => `${claim} ${right ? 'right' : 'wrong'}`),
    ),
  ];
}

function differing(said, kept) {
  const left = new Map();
  for (const one of kept) left.set(one, (left.get(one) ?? 0) + 1);
  const missing = said.filter((one) => {
    left.set(one, (left.get(one) ?? 0) - 1);
    return left.get(one) < 0;
  });
  if (missing.length === 0 && said.length === kept.length) return [];
  return [
    `${said.length} said, ${kept.length} kept, not among them: ${missing.slice(0, 3).join(', ')}`,
  ];
}
