import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { accountFault } from './account.mjs';
import { logOf } from './program.mjs';
import { inReadOnly } from './read-only.mjs';
import { openRound } from './session.mjs';

/** Nothing that says where progress is to go, but for HOME. */
const NOWHERE = { XDG_DATA_HOME: undefined, ON_THE_RECORD_HOME: undefined };

const ANSWERS = 5;

/** A home that is not there is made. */
const notThere = async (folder) => {
  const home = path.join(folder, 'gone', 'home');
  return { fault: await keptIn(home, folder, { HOME: home }) };
};

/** One that can be neither made nor written to: said once, and the session goes on. */
const unwritable = (folder) =>
  inReadOnly(folder, async (home, shut, trouble) => {
    shut(true);
    const { end } = await roundAt(folder, { HOME: home });
    shut(false);
    return { fault: accountFault(end, dataIn(home), { given: ANSWERS, troubles: [trouble] }) };
  });

/** Without one, and with an empty one, the system's own counts; here a folder stands for that. */
const systemsOwn = (HOME) => async (folder) => {
  const home = path.join(folder, 'own');
  const hook = path.join(folder, 'own-home.mjs');
  mkdirSync(home);
  writeFileSync(hook, ownHome(home));
  return { fault: await keptIn(home, folder, { HOME }, ['--import', hook]) };
};

export const homes = {
  'no home there': notThere,
  'a home that cannot be written': unwritable,
  'HOME unset': systemsOwn(undefined),
  'HOME empty': systemsOwn(''),
};

/** The real home of whoever runs this stays as it is. */
const ownHome = (home) => `
import os from 'node:os';
import { syncBuiltinESMExports } from 'node:module';
const { homedir, userInfo } = os;
os.homedir = () => (process.env.HOME === undefined ? ${JSON.stringify(home)} : homedir());
os.userInfo = (options) => ({ ...userInfo(options), homedir: ${JSON.stringify(home)} });
syncBuiltinESMExports();
`;

async function keptIn(home, folder, env, node) {
  const { log, end } = await roundAt(folder, env, node);
  if (log === undefined) return `nothing is kept: ${(end.err || end.out).slice(-300)}`;
  if (log !== logOf(dataIn(home))) return `kept in ${log}, and not in ${logOf(dataIn(home))}`;
  return accountFault(end, dataIn(home), { given: ANSWERS });
}

/** The README's table of places. */
const dataIn = (home) =>
  process.platform === 'darwin'
    ? path.join(home, 'Library', 'Application Support', 'on-the-record')
    : path.join(home, '.local', 'share', 'on-the-record');

/** From a folder of its own, so that whatever is written to the current one is found. */
async function roundAt(folder, env, node) {
  const cwd = path.join(folder, 'current');
  mkdirSync(cwd);
  const round = openRound([], { cwd, node, env: { ...NOWHERE, ...env } });
  await round.answer(ANSWERS);
  const end = await round.leave();
  return { end, log: logUnder(folder) };
}

function logUnder(folder) {
  const names = readdirSync(folder, { recursive: true });
  const name = names.find((one) => path.basename(one) === 'answers-1.jsonl');
  return name === undefined ? undefined : path.join(folder, name);
}
