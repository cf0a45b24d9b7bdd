import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clockBehind, unreadable, unsaved } from '../../../src/io/progress/warnings.js';
import { entriesIn, keptAnswers, logOf } from '../answer-log.js';
import { type Case, combined, tryCases } from '../cases.js';
import { inFolder } from '../folders.js';
import { type Part, sizeIn } from '../part.js';
import { PlainDrill } from '../plain-drill.js';
import { plainLesson } from '../plain-lesson.js';
import { checkAccount, systemError } from '../session-account.js';
import { cutFiles } from './cut-files.js';
import { fullDisks } from './full.js';
import { homes } from './no-home.js';
import { readOnlyFolders } from './read-only.js';
import { removals } from './removed.js';

/** A file lies where the data folder should be. The program leaves it as it is. */
const fileInTheWay: Case = async (folder) => {
  const data = path.join(folder, 'data');
  writeFileSync(data, 'a file');
  const { end, ...account } = await plainLesson(['--data-dir', data]);
  const [log, error] = [logOf(data), systemError('ENOTDIR')];
  const warnings = [unreadable(log, error), unsaved(log, error)];
  checkAccount(end, data, { ...account, warnings });
  assert.equal(readFileSync(data, 'utf8'), 'a file');
};

const TEN_YEARS = 10 * 365 * 86_400_000;

/** The clock goes back by ten years between two sessions: times in the log rise, and every answer counts. */
const clockSetBack: Case = async (data) => {
  const today = new PlainDrill(data);
  await today.answer(10);
  await today.quit();
  const before = keptAnswers(data);
  const hook = path.join(data, 'back.mjs');
  writeFileSync(hook, `const now = Date.now; Date.now = () => now() - ${TEN_YEARS};`);
  const drill = new PlainDrill(data, { node: ['--import', hook] });
  await drill.answer(20);
  const now = Date.now();
  const warnings = [clockBehind(logOf(data), now, now - TEN_YEARS)];
  checkAccount(await drill.quit(), data, { before, given: 20, warnings });
  const times = entriesIn(data).map(({ t }) => t);
  assert.ok(
    times.every((t, n) => n === 0 || t > (times[n - 1] ?? Number.NaN)),
    'times in the log do not rise',
  );
};

const allCases = {
  ...fullDisks,
  ...readOnlyFolders,
  ...removals,
  ...homes,
  'a file in the way': fileInTheWay,
  'a clock set back': clockSetBack,
};

/** None of them needs the right to mount. */
const briefCases = {
  'a limit on the size of files': allCases['a limit on the size of files'],
  'everything removed': allCases['everything removed'],
  'HOME empty': allCases['HOME empty'],
};
const shortCases = { ...briefCases, 'a file in the way': fileInTheWay };

/** How far apart the cuts are. */
const STEPS = { full: 1, short: 193, brief: 389 };

/** The log keeps every answer, or the program says that it could not save it; and each warning comes once. */
export const disk: Part = {
  name: 'disk',
  run: async (options) => {
    const { say } = options;
    const cases = sizeIn<Readonly<Record<string, Case>>>(options, {
      full: allCases,
      short: shortCases,
      brief: briefCases,
    });
    const tried = await tryCases('disk', cases, { say, workers: 2 });
    say('disk, cut files');
    const cut = await inFolder((folder) => cutFiles(folder, sizeIn(options, STEPS)));
    return combined('', [tried, cut]);
  },
};
