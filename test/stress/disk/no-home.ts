import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { logOf } from '../answer-log.js';
import type { Case } from '../cases.js';
import { plainLesson } from '../plain-lesson.js';
import { checkAccount } from '../session-account.js';
import { inLockedFolder } from './read-only.js';

type Session = Awaited<ReturnType<typeof plainLesson>>;

/** The program makes a home that does not exist. */
const missingHome: Case = async (folder) => {
  const home = path.join(folder, 'missing', 'home');
  await checkSavedIn(home, folder, await lessonIn(folder, { HOME: home }));
};

/** The program can neither make the home nor write to it. It says so once, and the session continues. */
const lockedHome: Case = (folder) =>
  inLockedFolder(folder, async ({ data: home, setReadOnly, warning }) => {
    setReadOnly(true);
    const { end, ...account } = await lessonIn(folder, { HOME: home });
    setReadOnly(false);
    const warnings = [warning(logOf(dataIn(home)))];
    checkAccount(end, dataIn(home), { ...account, warnings });
  });

/** Without HOME, or with an empty one, the program asks the system. The answer is a test folder, not the real home. */
const systemHome =
  (HOME: string | undefined): Case =>
  async (folder) => {
    const home = path.join(folder, 'system');
    const hook = path.join(folder, 'system-home.mjs');
    mkdirSync(home);
    writeFileSync(hook, systemHomeHook(home));
    await checkSavedIn(home, folder, await lessonIn(folder, { HOME }, ['--import', hook]));
  };

const systemHomeHook = (home: string): string => `
import os from 'node:os';
import { syncBuiltinESMExports } from 'node:module';
const { homedir, userInfo } = os;
os.homedir = () => (process.env.HOME === undefined ? ${JSON.stringify(home)} : homedir());
os.userInfo = (options) => ({ ...userInfo(options), homedir: ${JSON.stringify(home)} });
syncBuiltinESMExports();
`;

export const homes = {
  'no home there': missingHome,
  'a home that cannot be written to': lockedHome,
  'HOME unset': systemHome(undefined),
  'HOME empty': systemHome(''),
};

/** A lesson in a current folder of its own, so that a log in the current folder is found. */
async function lessonIn(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  node: readonly string[] = [],
): Promise<Session> {
  const cwd = path.join(folder, 'current');
  mkdirSync(cwd);
  const onlyHome = { XDG_DATA_HOME: undefined, ON_THE_RECORD_HOME: undefined, ...env };
  return plainLesson([], { cwd, node, env: onlyHome });
}

async function checkSavedIn(
  home: string,
  folder: string,
  { end, ...account }: Session,
): Promise<void> {
  const data = dataIn(home);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const logs = names.filter((name) => path.basename(name) === path.basename(logOf(data)));
  assert.deepEqual(
    logs.map((name) => path.join(folder, name)),
    [logOf(data)],
    `saved in ${logs.join(', ') || 'no file'}: ${(end.err || end.out).slice(-300)}`,
  );
  checkAccount(end, data, account);
}

/** Where the README says that progress is. */
const dataIn = (home: string): string =>
  process.platform === 'darwin'
    ? path.join(home, 'Library', 'Application Support', 'on-the-record')
    : path.join(home, '.local', 'share', 'on-the-record');
