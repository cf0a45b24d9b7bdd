import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openAttempt } from '../../../src/commands/workshop/exercise-attempt.js';
import { resultWriter } from '../../../src/commands/workshop/result-writer.js';
import { COURSES, placedIn } from '../../support/in-process.js';
import { roomFor, shippedCourse } from '../../support/shipped-course.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const course = shippedCourse();
const temporaryFolder = temporaryFolders();

/** Ada has begun, and her result is written to the current folder. */
function adasWriter(dataDir: string) {
  const { stdin, stdout, stderr } = process;
  const streams = { stdin, stdout, stderr, fault: new Promise<never>(() => {}) };
  const environment = { ...streams, env: {}, platform: 'linux', courses: COURSES };
  const request = { name: 'Ada', hasTime: false };
  const attempt = openAttempt(course, roomFor(course, 'denied'), request, { dataDir }, environment);
  attempt.append([{ k: 'begin' }]);
  return { attempt, writer: resultWriter(course, attempt) };
}

const resultsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('result-'));

test('a folder that takes no result any more is named with the reason, and the result is saved elsewhere', async () => {
  const folder = temporaryFolder();
  const here = path.join(folder, 'here');
  mkdirSync(here);
  const restore = placedIn(here);
  try {
    const { attempt, writer } = adasWriter(path.join(folder, 'home'));
    expect(resultsIn(here)).toHaveLength(1);
    rmSync(here, { recursive: true });
    writeFileSync(here, 'in the way');
    writer.add([]);
    expect(writer.warnings().map(({ message }) => message)).toEqual([
      `The result can't be saved in this folder (a file is where a folder should be), so it is saved in ${writer.file()}`,
    ]);
    expect(resultsIn(attempt.folder)).toHaveLength(1);
    await attempt.close();
    attempt.lock.release();
  } finally {
    restore();
  }
});

test('a result that cannot be replaced alone is said to be so', async () => {
  const folder = temporaryFolder();
  const restore = placedIn(folder);
  try {
    const { attempt, writer } = adasWriter(path.join(folder, 'home'));
    const [name = ''] = resultsIn(folder);
    rmSync(name);
    mkdirSync(name);
    writer.add([]);
    expect(writer.warnings()[0]?.message).toContain(
      "can't be saved in this folder (the program could not write the file), so it is saved in",
    );
    await attempt.close();
    attempt.lock.release();
  } finally {
    restore();
  }
});
