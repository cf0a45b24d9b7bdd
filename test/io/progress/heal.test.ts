import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LATEST_TIME } from '../../../src/core/json-shape.js';
import type { LogEntry } from '../../../src/core/log/entry.js';
import { byTime } from '../../../src/core/log/order.js';
import { type Write, writeToDisk } from '../../../src/io/files/flush.js';
import { eraseProgress } from '../../../src/io/progress/erase.js';
import type { ProgressStore } from '../../../src/io/progress/store.js';
import { answerTo, fromScratch, linesIn, logOf, manyAnswers, open } from '../../support/stores.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const newFolder = temporaryFolders();

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 28, 12);
const AHEAD = Date.UTC(2031, 4, 1, 12);
const BEHIND = 3_600_000;
const COPY = 'answers-1.before-2026-11-28.jsonl';

const at = (t: number) => () => t;
const kinds = (store: ProgressStore): string[] => store.warnings().map(({ kind }) => kind);
const firstTime = (store: ProgressStore, check: string): number | undefined =>
  store.progress().checks.get(check)?.first.t;
const lastDay = (store: ProgressStore, check: string): number | undefined =>
  store.progress().checks.memoryOf(check)?.day;
const today = Math.floor((NOW - 4 * 3_600_000) / DAY);

/** A folder with an answer of yesterday, and one under a clock that was ahead. */
function poisoned(): string {
  const folder = path.join(newFolder(), 'course');
  open(folder, at(NOW - DAY)).append([answerTo('yesterday')]);
  open(folder, at(AHEAD)).append([answerTo('ahead')]);
  return folder;
}

/** As version 0.1.0 wrote it: later answers have times just after the one that was ahead. */
function poisonedByOldVersion(): string {
  const folder = poisoned();
  const late = Array.from({ length: 3 }, (_, i) => ({
    ...answerTo(`late${i}`),
    ...{ t: AHEAD + 1 + i, id: `old${i}` },
  }));
  const lines = late.map((entry) => `\n${JSON.stringify(entry)}\n`).join('');
  writeFileSync(logOf(folder), `${readFileSync(logOf(folder), 'utf8')}${lines}`);
  return folder;
}

describe('a store whose clock was ahead', () => {
  it('counts later answers on the day on which they are given', () => {
    const folder = poisonedByOldVersion();
    const store = open(folder, at(NOW));
    const [entry] = store.append([answerTo('today')]);
    expect(firstTime(store, 'today')).toBe(NOW);
    expect(lastDay(store, 'today')).toBe(today);
    expect(entry?.t).toBeGreaterThan(AHEAD);
    expect(entry?.clock).toBe(NOW);
  });

  it('takes what another program has redated, and does not call the clock wrong', () => {
    const folder = poisoned();
    let now = AHEAD;
    const early = open(folder, () => now);
    early.append([answerTo('early')]);
    now = NOW;
    open(folder, at(NOW));
    early.append([answerTo('today')]);
    expect(kinds(early)).toEqual([]);
    expect(lastDay(early, 'early')).toBe(today);
  });

  it('counts what was ahead as given now, and the rest as before', () => {
    const folder = poisonedByOldVersion();
    const store = open(folder, at(NOW));
    for (const check of ['ahead', 'late0', 'late1', 'late2'])
      expect(lastDay(store, check)).toBe(today);
    expect(lastDay(store, 'yesterday')).toBe(today - 1);
  });

  it('is healed once, with one warning and a copy of the log as it was', () => {
    const folder = poisonedByOldVersion();
    const before = readFileSync(logOf(folder));
    const store = open(folder, at(NOW));
    expect(kinds(store)).toEqual(['redated']);
    const copy = path.join(folder, COPY);
    expect(store.warnings()[0]?.message).toContain(copy);
    expect(store.warnings()[0]?.message).toContain('2031-05-01');
    expect(readFileSync(copy)).toEqual(before);
    if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(readFileSync(logOf(folder)).subarray(0, before.length)).toEqual(before);

    const healed = readFileSync(logOf(folder));
    const again = open(folder, at(NOW + DAY));
    expect(kinds(again)).toEqual([]);
    expect(readFileSync(logOf(folder))).toEqual(healed);
    expect(again.progress()).toEqual(store.progress());
    expect(readdirSync(folder).sort()).toEqual([COPY, 'answers-1.jsonl'].sort());
  });

  it('gives the same progress from a snapshot', async () => {
    const folder = poisoned();
    const store = open(folder, at(NOW));
    store.append(manyAnswers());
    await store.close();
    expect(existsSync(path.join(folder, 'fold.json'))).toBe(true);
    open(folder, at(NOW + DAY)).append([answerTo('later')]);
    expect(open(folder, at(NOW + DAY)).progress()).toEqual(fromScratch(folder));
  });

  it('is healed although only its snapshot knows that the clock was ahead', async () => {
    const folder = path.join(newFolder(), 'course');
    const store = open(folder, at(AHEAD));
    store.append(manyAnswers());
    await store.close();
    expect(existsSync(path.join(folder, 'fold.json'))).toBe(true);
    expect(kinds(open(folder, at(NOW)))).toEqual(['redated']);
  });

  it('is healed at once if the clock is corrected while the program is open', () => {
    const folder = newFolder();
    let now = AHEAD;
    const store = open(folder, () => now);
    store.append([answerTo('ahead')]);
    now = NOW;
    store.append([answerTo('corrected')]);
    expect(kinds(store)).toEqual(['redated']);
    expect(firstTime(store, 'ahead')).toBe(NOW);
    expect(firstTime(store, 'corrected')).toBe(NOW);
    expect(open(folder, at(NOW)).warnings()).toEqual([]);
  });

  it('is healed by two programs at once', () => {
    const folder = poisonedByOldVersion();
    const poison = readFileSync(logOf(folder));
    open(folder, at(NOW));
    const first = linesIn(folder).at(-1) ?? '';
    truncateSync(logOf(folder), poison.length);
    const second = open(folder, at(NOW + 5));
    second.append([answerTo('second')]);
    writeFileSync(logOf(folder), `${readFileSync(logOf(folder), 'utf8')}\n${first}\n`);
    const both = open(folder, at(NOW + 10));
    expect(both.warnings()).toEqual([]);
    expect(lastDay(both, 'ahead')).toBe(today);
    expect(both.progress().checks.size).toBe(6);
  });

  it('is healed again after the old version has added to it', () => {
    const folder = poisoned();
    open(folder, at(NOW));
    const last: LogEntry = JSON.parse(linesIn(folder).at(-1) ?? '');
    const old = { ...answerTo('by the old one'), t: last.t + 1, id: 'old' };
    writeFileSync(
      logOf(folder),
      `${readFileSync(logOf(folder), 'utf8')}\n${JSON.stringify(old)}\n`,
    );
    const store = open(folder, at(NOW + DAY));
    expect(kinds(store)).toEqual(['redated']);
    expect(firstTime(store, 'ahead')).toBe(NOW);
    expect(firstTime(store, 'by the old one')).toBe(NOW + DAY);
  });

  it('is healed in memory if nothing can be written, and nothing counts as unsaved', async () => {
    const folder = poisonedByOldVersion();
    const before = readFileSync(logOf(folder));
    const refuse: Write = () => {
      throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
    };
    const store = open(folder, at(NOW), refuse);
    expect(lastDay(store, 'ahead')).toBe(today);
    expect(kinds(store)).toEqual(['redated']);
    await store.close();
    expect(store.unsaved()).toBe(0);
    expect(kinds(store)).toEqual(['redated']);
    expect(readFileSync(logOf(folder))).toEqual(before);
    expect(readdirSync(folder)).not.toContain(COPY);
  });

  it('keeps an earlier copy of the same day if nothing can be written', () => {
    const folder = poisonedByOldVersion();
    writeFileSync(path.join(folder, COPY), 'an earlier copy');
    open(folder, at(NOW), () => 0);
    expect(readFileSync(path.join(folder, COPY), 'utf8')).toBe('an earlier copy');
  });

  it('is healed in memory if the disk is full, and later answers are saved', () => {
    const folder = poisonedByOldVersion();
    let isFull = true;
    const write: Write = (fd, bytes) => (isFull ? 0 : writeToDisk(fd, bytes));
    const store = open(folder, at(NOW), write);
    isFull = false;
    store.append([answerTo('today')]);
    expect(lastDay(store, 'ahead')).toBe(today);
    expect(store.unsaved()).toBe(0);
    const next = open(folder, at(NOW + DAY));
    expect(firstTime(next, 'today')).toBe(NOW);
    expect(kinds(next)).toEqual(['redated']);
  });

  it('has no record in the log if something else has the name of the copy', () => {
    const folder = poisoned();
    const before = readFileSync(logOf(folder));
    mkdirSync(path.join(folder, COPY));
    const store = open(folder, at(NOW));
    expect(lastDay(store, 'ahead')).toBe(today);
    expect(store.warnings()[0]?.message).toContain('could not be changed');
    expect(readFileSync(logOf(folder))).toEqual(before);
    expect(existsSync(path.join(folder, COPY))).toBe(true);
  });

  const hasAllPermissions = process.platform === 'win32' || process.getuid?.() === 0;

  it.skipIf(hasAllPermissions)('has no record in the log without a copy', () => {
    const folder = poisoned();
    const before = readFileSync(logOf(folder));
    chmodSync(folder, 0o500);
    expect(lastDay(open(folder, at(NOW)), 'ahead')).toBe(today);
    chmodSync(folder, 0o700);
    expect(readFileSync(logOf(folder))).toEqual(before);
  });

  it('is as it was if many days say that the present clock is behind, with a warning', () => {
    const folder = newFolder();
    for (let day = 0; day < 10; day += 1)
      open(folder, at(NOW + day * DAY)).append([answerTo(`day ${day}`)]);
    const before = readFileSync(logOf(folder));
    const store = open(folder, at(NOW - 30 * DAY));
    expect(kinds(store)).toEqual(['clock-behind']);
    store.append([answerTo('behind')]);
    expect(readFileSync(logOf(folder)).subarray(0, before.length)).toEqual(before);
    expect(linesIn(folder).filter((line) => line.includes('redate'))).toEqual([]);
    expect(firstTime(store, 'day 9')).toBe(NOW + 9 * DAY);
    expect(open(folder, at(NOW + 10 * DAY)).warnings()).toEqual([]);
  });

  it('leaves nothing behind when its progress is erased', () => {
    const folder = poisoned();
    open(folder, at(NOW));
    expect(eraseProgress(folder).deleted).toContain(path.join(folder, COPY));
    expect(existsSync(folder)).toBe(false);
  });

  it('has its copy counted neither as a log of a later version nor as the log', () => {
    const folder = poisoned();
    open(folder, at(NOW));
    rmSync(logOf(folder));
    const store = open(folder, at(NOW));
    expect(store.isEmpty()).toBe(true);
    expect(store.warnings()).toEqual([]);
  });

  it('keeps the time of an exercise, which goes on from its last entry', () => {
    const folder = newFolder();
    const room = { code: 'X', lessons: ['first'], minutes: 5, feedback: 'now' } as const;
    const person = { id: 'P', name: 'Ada', named: true };
    const joined = { k: 'join', room, person, exercise: 'abcdef01' } as const;
    open(folder, at(AHEAD)).append([joined, { k: 'begin' }]);
    const store = open(folder, at(NOW));
    expect(store.progress().exercise?.began).toBe(AHEAD + 1);
    expect(store.warnings()).toEqual([]);
  });
});

describe('a clock that is behind', () => {
  it('keeps the order, and gives an answer no day', () => {
    const folder = newFolder();
    open(folder, at(NOW)).append([answerTo('known')]);
    const store = open(folder, at(BEHIND));
    const entries = store.append([answerTo('unknown'), answerTo('known')]);
    expect(entries.map(({ t }) => t)).toEqual([NOW + 1, NOW + 2]);
    expect(lastDay(store, 'known')).toBe(today);
    expect(firstTime(store, 'unknown')).toBe(BEHIND);
    // The next answer counts as given a day later, not fifty years.
    const [later, dayByDay] = [folder, newFolder()].map((one) => open(one, at(NOW + DAY)));
    dayByDay?.adopt([{ ...answerTo('unknown'), id: 'a', t: NOW }]);
    for (const one of [later, dayByDay]) one?.append([answerTo('unknown')]);
    const [is, should] = [later, dayByDay].map((one) => one?.progress().checks.memoryOf('unknown'));
    expect(is).toEqual(should);
    expect(is?.day).toBe(today + 1);
  });

  it('never makes the day of a memory go back', () => {
    const folder = newFolder();
    open(folder, at(NOW)).append([answerTo('one')]);
    const store = open(folder, at(NOW - 20 * 3_600_000));
    const before = store.progress().checks.memoryOf('one');
    store.append([answerTo('one')]);
    expect(store.progress().checks.memoryOf('one')).toEqual(before);
  });

  it('before 1970 is taken for 1970', () => {
    const folder = newFolder();
    const store = open(folder, at(-5 * DAY));
    store.append([answerTo('one'), answerTo('two')]);
    expect(open(folder).progress()).toEqual(store.progress());
    expect(linesIn(folder)).toHaveLength(2);
    expect(open(folder).warnings()).toEqual([]);
  });
});

describe('at the latest time that can be written', () => {
  it('the order of the entries stays strict', () => {
    const folder = newFolder();
    open(folder, at(LATEST_TIME)).append([answerTo('one', false)]);
    for (let i = 0; i < 30; i += 1)
      open(folder, at(NOW)).append([answerTo('one', false), answerTo('one', i % 2 === 0)]);
    const entries = linesIn(folder).map((line): LogEntry => JSON.parse(line));
    const answers = entries.filter(({ k }) => k === 'answer');
    expect(answers).toHaveLength(61);
    expect(entries.slice(1).every((entry, i) => byTime(entries[i] as LogEntry, entry) < 0)).toBe(
      true,
    );
    const store = open(folder, at(NOW));
    expect(store.progress()).toEqual(fromScratch(folder));
    expect(store.progress().checks.get('one')?.last.right).toBe(false);
    expect(lastDay(store, 'one')).toBe(today);
  });

  it('ids do not grow with each entry', () => {
    const folder = newFolder();
    open(folder, at(LATEST_TIME)).append([answerTo('one')]);
    const store = open(folder, at(NOW));
    const ids = Array.from({ length: 1200 }, () => store.append([answerTo('one')])[0]?.id ?? '');
    expect(Math.max(...ids.map(({ length }) => length))).toBeLessThan(60);
    expect([...ids].sort()).toEqual(ids);
  });

  it('an import with that time leaves the order of later answers strict', () => {
    const folder = newFolder();
    const store = open(folder, at(NOW));
    store.append([answerTo('own')]);
    store.adopt([{ ...answerTo('other'), id: '~zzz', t: LATEST_TIME }]);
    store.append([{ k: 'reset' }]);
    expect(store.progress().checks.size).toBe(0);
    store.append([answerTo('after')]);
    expect(store.progress().checks.size).toBe(1);
    expect(open(folder, at(NOW)).progress()).toEqual(store.progress());
  });
});
