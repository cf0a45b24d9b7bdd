import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { loadTool } from '../load-tool.mjs';
import { COURSE, goneThrough, inLines, logOf } from './program.mjs';

/**
 * Log and summary as a crash of the machine may leave them, cut anywhere. What stands whole before the cut is read, an
 * answer given behind it is kept, and the progress is that of the log.
 * @param every how far apart the cuts are, in bytes
 */
export async function cutStores(folder, { every, say }) {
  const { openProgressStore } = await loadTool('src/io/progress/store.ts');
  let given = 0;
  const newId = () => `cut${++given}`;
  const open = (data) =>
    openProgressStore({ folder: path.join(data, COURSE), now: Date.now, newId });
  const results = [];
  for (const series of [cutLog, cutFold, cutLogUnderFold]) {
    say(`disk, ${series.name}`);
    results.push(await series(path.join(folder, series.name), open, every));
  }
  return {
    tried: results.reduce((sum, { tried }) => sum + tried, 0),
    faults: results.flatMap(({ faults }) => faults),
  };
}

/** The log of a session at every byte: too short for a summary. */
async function cutLog(data, open, every) {
  await oneSession(data);
  open(data).append([{ k: 'set', key: 'name', value: 'Zoë 東京 🙂' }]); // signs of several bytes are cut, too
  const log = readFileSync(logOf(data));
  return atEach(places(0, log.length, every), 'log cut', (at) => {
    const whole = log.subarray(0, at);
    writeFileSync(logOf(data), whole);
    return differing(entriesIn(whole, true), open(data)) ?? appended(data, open, entriesIn(whole));
  });
}

const oneSession = (data) =>
  inLines(['--plain', 'learn', '1', '--data-dir', data], { input: `${'1\n'.repeat(60)}q\n` }).ended;

/** The summary beside a whole log: as if there were none. */
async function cutFold(data, open, every) {
  const { fold, log, entries } = await folded(data, open);
  const spare = await spareLog(data, log);
  const wanted = plain(open(spare));
  const bytes = readFileSync(fold);
  const file = logOf(data);
  return atEach(places(0, bytes.length, every * FOLD_STEP), 'summary cut', (at) => {
    writeFileSync(fold, bytes.subarray(0, at));
    if (!isDeepStrictEqual(plain(open(data)), wanted)) return 'progress is not that of the log';
    const fault = appended(data, open, entries);
    truncateSync(file, log.length);
    return fault;
  });
}

/** The log beside a whole summary of more than is left of it: the log is the truth. */
async function cutLogUnderFold(data, open, every) {
  const { fold, log } = await folded(data, open);
  const spare = await spareLog(data, log);
  const bytes = readFileSync(fold);
  const near = places(Math.max(0, log.length - 1500), log.length, every * 3);
  const far = places(0, log.length, every * 499);
  return atEach([...far, ...near], 'log cut beside a summary', (at) => {
    const whole = log.subarray(0, at);
    for (const place of [data, spare]) writeFileSync(logOf(place), whole);
    writeFileSync(fold, bytes);
    if (!isDeepStrictEqual(plain(open(data)), plain(open(spare))))
      return 'progress is not that of the log';
    return appended(data, open, entriesIn(whole));
  });
}

/** To read a log of more than 64 kB at every byte of its summary would take minutes. */
const FOLD_STEP = 11;

/** A store with a summary, and some answers behind it. */
async function folded(data, open) {
  goneThrough(data, 400);
  await open(data).close();
  open(data).append(Array.from({ length: 5 }, (_, n) => answerTo(`behind-${n}`)));
  const log = readFileSync(logOf(data));
  return { fold: path.join(data, COURSE, 'fold.json'), log, entries: entriesIn(log) };
}

/** The same log with no summary beside it. */
async function spareLog(data, log) {
  const spare = `${data}-alone`;
  mkdirSync(path.join(spare, COURSE), { recursive: true });
  writeFileSync(logOf(spare), log);
  return spare;
}

const places = (from, to, step) => {
  const all = [];
  for (let at = from; at <= to; at += step) all.push(at);
  return all;
};

function atEach(cuts, what, faultAt) {
  const faults = [];
  for (const at of cuts) {
    let fault;
    try {
      fault = faultAt(at);
    } catch (error) {
      fault = error.message;
    }
    if (fault) faults.push(`${what} at ${at}: ${fault}`);
  }
  return { tried: cuts.length, faults };
}

/** Gives one more answer, and looks at the store as the next start will. */
function appended(data, open, before) {
  const [entry] = open(data).append([answerTo('behind-the-cut')]);
  const fault = differing([...before, entry], open(data));
  return fault && `after one more answer ${fault}`;
}

const answerTo = (check) => ({
  ...{ k: 'answer', lesson: 'the-dispute', check, choice: 'a', right: true, try: 1 },
  ...{ lookUps: [], course: '0', offset: 0 },
});

/** How a store differs from the entries that it should hold: in the entries, or in how often checks were answered. */
function differing(entries, store) {
  const ids = new Set(store.history().map(({ id }) => id));
  const lost = entries.filter(({ id }) => !ids.has(id)).length;
  if (lost > 0 || ids.size !== entries.length)
    return `${entries.length} entries expected, ${ids.size} there, ${lost} lost`;
  const tries = new Map([...store.progress().checks].map(([id, check]) => [id, check.tries]));
  return isDeepStrictEqual(tries, triesIn(entries)) ? undefined : 'other answers than in the log';
}

function triesIn(entries) {
  const tries = new Map();
  for (const { k, check } of entries)
    if (k === 'answer') tries.set(check, (tries.get(check) ?? 0) + 1);
  return tries;
}

/** What lines of a log hold, as they can be read. @param ended only those with a line end: the last may be torn */
function entriesIn(bytes, ended = false) {
  const lines = bytes.toString().split('\n');
  return (ended ? lines.slice(0, -1) : lines).flatMap((line) => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

/** All of a progress as values that can be compared. */
const plain = (store) => {
  const { checks, ...rest } = store.progress();
  return JSON.parse(JSON.stringify({ ...rest, checks: [...checks].sort(byId) }));
};

const byId = ([a], [b]) => (a < b ? -1 : 1);
