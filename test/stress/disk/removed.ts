import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import type { LogLoss } from '../../../src/io/progress/answer-log.js';
import { lostInSession } from '../../../src/io/progress/warnings.js';
import { keptAnswers, logOf } from '../answer-log.js';
import type { Case } from '../cases.js';
import { wentThroughAll } from '../history.js';
import { PlainDrill } from '../plain-drill.js';
import { checkAccount, isWarning, warningsIn } from '../session-account.js';

const remove = (place: string): void => rmSync(place, { recursive: true, force: true });

const courseFolder = (data: string): string => path.dirname(logOf(data));

/**
 * The log disappears while the program is open. The next answer saves the session again, and the program says what
 * happened to the log.
 */
const removedInBetween =
  (way: (data: string) => void | Promise<void>, loss: LogLoss = 'removed'): Case =>
  async (folder) => {
    const data = path.join(folder, 'data');
    wentThroughAll(data);
    const drill = new PlainDrill(data);
    await drill.answer(12);
    await way(data);
    const before = keptAnswers(data);
    await drill.answer(5);
    const warnings = [lostInSession(logOf(data), loss)];
    checkAccount(await drill.quit(), data, { before, given: 17, warnings });
  };

/** Quitting alone saves the session again. No page is left for the warning, so stderr has it. */
const removedAtTheEnd: Case = async (folder) => {
  const data = path.join(folder, 'data');
  const drill = new PlainDrill(data);
  await drill.answer(7);
  remove(data);
  const end = await drill.quit();
  checkAccount(end, data, { given: 7 });
  assert.ok(
    isWarning(end.err, lostInSession(logOf(data), 'removed')),
    `no warning on stderr: ${end.err}`,
  );
};

const TIMES = 20;

/** The folder disappears again and again, whatever the program is doing at that moment. */
const removedAgainAndAgain: Case = async (folder) => {
  const data = path.join(folder, 'data');
  const given = TIMES * 20;
  const drill = new PlainDrill(data);
  drill.type(given);
  for (let n = 1; n <= TIMES; n++) {
    await drill.waitForVerdicts(n * 20 - 10);
    removeWhileInUse(data);
  }
  await drill.waitForVerdicts(given);
  const end = await drill.quit();
  checkAccount(end, data, { given, warnings: 'any' });
  const warnings = warningsIn(end.out, logOf(data));
  const warning = lostInSession(logOf(data), 'removed');
  const count = warnings.filter((one) => isWarning(one, warning)).length;
  assert.equal(count, 1, `said ${count} times that the log was removed`);
};

/** The program may be writing into what is being removed. */
function removeWhileInUse(data: string): void {
  try {
    remove(data);
  } catch {}
}

export const removals = {
  'the log removed': removedInBetween((data) => remove(logOf(data))),
  'its folder removed': removedInBetween((data) => remove(courseFolder(data))),
  'everything removed': removedInBetween(remove),
  'its folder moved away': removedInBetween((data) =>
    renameSync(courseFolder(data), path.join(data, 'elsewhere')),
  ),
  'an empty folder in its place': removedInBetween((data) => {
    remove(courseFolder(data));
    mkdirSync(courseFolder(data));
  }),
  'the log emptied': removedInBetween((data) => truncateSync(logOf(data))),
  'a new log in its place': removedInBetween(async (data) => {
    remove(data);
    const other = new PlainDrill(data);
    await other.answer(3);
    await other.quit();
  }, 'replaced'),
  'removed at the end': removedAtTheEnd,
  'removed again and again': removedAgainAndAgain,
};
