import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unsaved } from '../../../src/io/progress/warnings.js';
import { answersIn, keptAnswers, logOf } from '../answer-log.js';
import { type Case, NotPossible } from '../cases.js';
import { PlainDrill, storyRead } from '../plain-drill.js';
import { checkAccount, systemError } from '../session-account.js';
import { onSmallDisk } from './small-disk.js';

/** In bytes. One page of the tmpfs remains for the log, which already fills most of it. */
const DISK = 64 * 1024;
const PAGE = 4096;

/** The disk fills up during the session and stays full. */
const fullToTheEnd: Case = (folder) =>
  onSmallDisk(folder, DISK, async ({ data }) => {
    const before = nearlyFull(data);
    const drill = new PlainDrill(data);
    await drill.answer(40);
    checkAccount(await drill.quit(), data, { before, given: 40, warnings: [full(data)] });
  });

/** The disk fills up, and then somebody makes room: everything is saved. */
const fullForAWhile: Case = (folder) =>
  onSmallDisk(folder, DISK, async ({ data }) => {
    const before = nearlyFull(data);
    const drill = new PlainDrill(data);
    await drill.answer(40);
    assert.ok(keptAnswers(data).size - before.size < 40, 'not tried: the disk was never full');
    rmSync(ballastOf(data));
    await drill.answer(1);
    const end = await drill.quit();
    const missing = before.size + 41 - keptAnswers(data).size;
    assert.equal(missing, 0, `${missing} of 41 answers not saved, though there was room again`);
    checkAccount(end, data, { before, given: 41, warnings: [full(data)] });
  });

const full = (data: string) => unsaved(logOf(data), systemError('ENOSPC'));

const ballastOf = (data: string): string => path.join(data, 'ballast');

/** @returns the ids of the answers that the log begins with */
function nearlyFull(data: string): ReadonlySet<string> {
  writeFileSync(ballastOf(data), Buffer.alloc(DISK - PAGE));
  mkdirSync(path.dirname(logOf(data)));
  const entries = [...Array.from({ length: 6 }, (_, n) => earlierAnswer(n)), ...storyRead()];
  writeFileSync(logOf(data), entries.map((entry) => `\n${JSON.stringify(entry)}\n`).join(''));
  return keptAnswers(data);
}

const earlierAnswer = (n: number) => ({
  ...{ k: 'answer', lesson: 'the-dispute', check: `check-${n}`, choice: 'x', right: true },
  ...{ try: 1, lookUps: [], course: '0', offset: 0, t: n + 1, id: `a${n}` },
});

/** No file may have more than 5 blocks. A block has 512 or 1,024 bytes, depending on the shell. */
const fewBlocks = (command: string): string => `trap '' XFSZ; ulimit -f 5; exec ${command}`;

/** The system writes only part of an entry, and refuses all later ones. This needs no right to mount. */
const limitOnFiles: Case = async (data) => {
  if (process.platform === 'win32') throw new NotPossible('the size of files has no limit here');
  const limited = new PlainDrill(data, { shell: fewBlocks });
  await limited.answer(60);
  checkAccount(await limited.quit(), data, { given: 60, warnings: [full(data)] });
  // The line that was cut may lack only its newline, which the next answer adds.
  const before = new Set(answersIn(data).map(({ id }) => id));
  assert.ok(before.size < 60, 'not tried: everything was saved in spite of the limit');
  const drill = new PlainDrill(data);
  await drill.answer(5);
  checkAccount(await drill.quit(), data, { before, given: 5 });
};

export const fullDisks = {
  'full to the end': fullToTheEnd,
  'full for a while': fullForAWhile,
  'a limit on the size of files': limitOnFiles,
};
