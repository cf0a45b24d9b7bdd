import { setTimeout as later } from 'node:timers/promises';
import { answersKept } from './account.mjs';
import { isStill, memoryOf, tellsOfProcesses } from './process-state.mjs';
import { goneThrough, isCrash } from './program.mjs';
import { LONGEST, openUnread } from './unread.mjs';

/** In bytes a second, read in so many pieces. */
const RATE = 300;
const PIECES = 10;

/** While it waits for its reader, a program has no use for more. In megabytes. */
const MOST_GROWTH = 20;

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const WAITED = { notTried: 'the program was not seen to wait for its reader' };

/** A terminal that is full, and is read at 300 bytes a second from then on while somebody types. */
export const trickle = (seconds) =>
  atFull(async (terminal) => {
    const early = memoryOf(terminal.pid);
    const began = performance.now();
    const count = await readSlowly(terminal, seconds);
    const rate = (count / (performance.now() - began)) * 1000;
    const growth = memoryOf(terminal.pid) - early;
    if (rate > RATE) return { fault: `the terminal was read at ${rate.toFixed(0)} bytes a second` };
    if (count < (RATE * seconds) / 2) return { fault: `only ${count} bytes in ${seconds} s` };
    if (!(await isStill(terminal.pid, terminal.type))) return WAITED;
    if (growth > MOST_GROWTH) return { fault: `${growth.toFixed(0)} MB more in ${seconds} s` };
    terminal.write('\x03');
    return undefined;
  }, ctrlC);

/** @returns how many bytes were there to be read */
async function readSlowly(terminal, seconds) {
  let count = 0;
  for (let n = 0; n < seconds * PIECES; n++) {
    await later(1000 / PIECES);
    terminal.type();
    count += terminal.read(RATE / PIECES);
  }
  return count;
}

const ctrlC = { exitCode: 130, signal: 0 };

/** Nothing ends a program that waits for its reader, but for kill -9; once it is read again it ends as it was told to. */
const endedBy = (tell, end) =>
  atFull((terminal) => {
    tell(terminal);
  }, end);

const bySignal = (name) =>
  endedBy((terminal) => terminal.kill(name), { exitCode: 0, signal: SIGNALS[name] });

const fewUnread = {
  'SIGTERM, not read': bySignal('SIGTERM'),
  'Ctrl-C, not read': endedBy((terminal) => terminal.write('\x03'), ctrlC),
  'kill -9, not read': endedBy((terminal) => terminal.kill('SIGKILL')),
};

export const unreadTerminals = (short) =>
  short
    ? fewUnread
    : {
        ...fewUnread,
        'SIGHUP, not read': bySignal('SIGHUP'),
        'SIGINT, not read': bySignal('SIGINT'),
      };

/** To be tried alone: node-pty lets whatever is started meanwhile hold the window open. */
export const closedWindows = {
  'a window closed, not read': windowClosed((terminal) => terminal.fill()),
  'a window closed, read': windowClosed(() => true),
};

/**
 * Fills a terminal, does something about it, and reads it to the end.
 * @param work (terminal) => nothing, or an outcome that leaves nothing more to try
 * @param end how the program is to end; nothing where it is killed and cannot give the terminal back
 */
function atFull(work, end) {
  return async (data) => {
    if (!tellsOfProcesses) return { notTried: 'nothing tells whether a process waits' };
    goneThrough(data);
    const before = answersKept(data).size;
    const terminal = openUnread(data, ['drill', '--data-dir', data]);
    await terminal.begin();
    if (!(await terminal.fill())) return left(terminal, WAITED);
    const wrong = await work(terminal);
    if (wrong) return left(terminal, wrong);
    const how = await terminal.readToTheEnd();
    const fault = (end && endFault(terminal, how, end)) ?? (how ? undefined : 'it did not end');
    return { fault: fault ?? (await lossFault(terminal, answersKept(data).size - before)) };
  };
}

/** Nothing is to be left running. */
function left(terminal, outcome) {
  terminal.kill('SIGKILL');
  return outcome;
}

function endFault(terminal, how, { exitCode, signal }) {
  if (!how) return `it did not end within ${LONGEST / 1000} s of being read`;
  if (isCrash(terminal.errors())) return `crashed: ${terminal.errors().slice(0, 300)}`;
  // A signal that the program meets itself may be told as the shell tells it.
  const told = how.signal === 0 ? how.exitCode : 128 + how.signal;
  const wanted = signal === 0 ? exitCode : 128 + signal;
  if (told !== wanted) return `ended with ${told} instead of ${wanted}`;
  return GIVEN_BACK.every(([on, off]) => isLast(terminal.output(), off, on))
    ? undefined
    : 'the terminal was not given back';
}

/** Alternate screen, hidden cursor, marked pastes. */
const GIVEN_BACK = [
  ['\x1b[?1049h', '\x1b[?1049l'],
  ['\x1b[?25l', '\x1b[?25h'],
  ['\x1b[?2004h', '\x1b[?2004l'],
];

const isLast = (output, one, other) => output.lastIndexOf(one) > output.lastIndexOf(other);

async function lossFault(terminal, kept) {
  const seen = await terminal.verdicts();
  if (seen === 0) return 'no verdict was seen';
  return seen > kept ? `${seen} answers shown as taken, ${kept} kept` : undefined;
}

/** The program ends as a hang-up ends any, and tells nobody of a fault. */
function windowClosed(before) {
  return async (data) => {
    goneThrough(data);
    const terminal = openUnread(data, ['drill', '--data-dir', data]);
    await terminal.begin();
    if (!(await before(terminal))) return left(terminal, WAITED);
    terminal.close();
    const how = await Promise.race([terminal.ended, later(LONGEST)]);
    if (!how) return left(terminal, { fault: `it did not end within ${LONGEST / 1000} s` });
    if (isCrash(terminal.errors())) return { fault: `crashed: ${terminal.errors().slice(0, 300)}` };
    const isHangUp = how.signal === SIGNALS.SIGHUP || how.exitCode === 128 + SIGNALS.SIGHUP;
    return isHangUp ? undefined : { fault: `ended with ${JSON.stringify(how)}` };
  };
}
