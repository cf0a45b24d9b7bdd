import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { hashOfBytes } from '../../../src/core/hash.js';
import { BEGINNING, beginning } from '../../../src/core/log/checksum.js';
import { emptyProgress } from '../../../src/core/progress/fold.js';
import { type Write, writeToDisk } from '../../../src/io/files/flush.js';
import type { ProgressStore } from '../../../src/io/progress/store.js';
import { newEntry } from '../../support/any-log.js';
import {
  answerTo,
  fromScratch,
  linesIn,
  logOf,
  manyAnswers,
  open,
  overwrite,
  snapshotOf,
} from '../../support/stores.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const newFolder = temporaryFolders();
const kinds = (store: { warnings: () => readonly { kind: string }[] }): string[] =>
  store.warnings().map(({ kind }) => kind);
const checksOf = (store: ProgressStore): string[] =>
  [...store.progress().checks].map(([check]) => check);

describe('the store of a new learner', () => {
  it('leaves nothing on disk without an answer', async () => {
    const folder = path.join(newFolder(), 'data', 'course');
    const store = open(folder);
    await store.close();
    expect(store.progress()).toEqual(emptyProgress);
    expect(store.warnings()).toEqual([]);
    expect(existsSync(path.dirname(folder))).toBe(false);
  });

  it('makes a private folder and log with the first entry', () => {
    const folder = path.join(newFolder(), 'data', 'course');
    const store = open(folder);
    store.append([answerTo('who')]);
    expect(store.file).toBe(logOf(folder));
    if (process.platform === 'win32') return;
    expect(statSync(path.dirname(folder)).mode & 0o777).toBe(0o700);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(store.file).mode & 0o777).toBe(0o600);
  });
});

describe('appending', () => {
  it('adds time and id, counts the entry at once, and finds it again', () => {
    const folder = newFolder();
    const store = open(folder);
    const [entry] = store.append([answerTo('who', false)]);
    expect(entry).toMatchObject({ k: 'answer', check: 'who', t: 1000 });
    expect(store.progress().checks.get('who')?.first.right).toBe(false);
    expect(open(folder).progress()).toEqual(store.progress());
  });

  it('writes all entries of one action in one write', () => {
    let writes = 0;
    const write: Write = (fd, bytes) => {
      writes += 1;
      return writeToDisk(fd, bytes);
    };
    const store = open(newFolder(), undefined, write);
    store.append([answerTo('one'), answerTo('two'), answerTo('three')]);
    expect(writes).toBe(1);
    store.append([]);
    expect(writes).toBe(1);
  });

  it('gives rising times even if the clock stops or goes back', () => {
    const folder = newFolder();
    const clock = [5000, 5000, 4000];
    const store = open(folder, () => clock.shift() ?? 1);
    const times = store.append([answerTo('a'), answerTo('b'), answerTo('c')]).map(({ t }) => t);
    expect(times).toEqual([5000, 5001, 5002]);
    expect(open(folder, () => 10).append([answerTo('d')])[0]?.t).toBe(5003);
  });

  it('writes only what it can read, even after the last time of a Date', () => {
    const folder = newFolder();
    open(folder, () => 8.64e15).append([answerTo('a')]);
    const store = open(folder);
    store.append([answerTo('b'), answerTo('c')]);
    expect(open(folder).progress()).toEqual(store.progress());
    expect(checksOf(store)).toHaveLength(3);
  });

  it('shows the earlier progress after undoing a reset', () => {
    const folder = newFolder();
    const store = open(folder);
    store.append([answerTo('who')]);
    const before = store.progress();
    const [reset] = store.append([{ k: 'reset' }]);
    expect(checksOf(store)).toEqual([]);
    store.append([{ k: 'reset', undo: reset?.id ?? '' }]);
    expect(store.progress()).toEqual(before);
    expect(open(folder).progress()).toEqual(before);
  });

  it('continues in a new folder if the old one was removed meanwhile', () => {
    const folder = path.join(newFolder(), 'course');
    const store = open(folder);
    store.append([answerTo('one')]);
    rmSync(folder, { recursive: true });
    store.append([answerTo('two')]);
    expect(store.unsaved()).toBe(0);
    expect(checksOf(open(folder))).toEqual(['one', 'two']);
    expect(kinds(store)).toEqual(['removed']);
  });

  it('saves a removed log again on closing, and warns once', async () => {
    const folder = path.join(newFolder(), 'course');
    open(folder).append([answerTo('long ago')]);
    const store = open(folder);
    store.append([answerTo('one'), answerTo('two')]);
    rmSync(folder, { recursive: true });
    await store.close();
    rmSync(folder, { recursive: true });
    await store.close();
    expect(checksOf(open(folder))).toEqual(['one', 'two']);
    expect(kinds(store)).toEqual(['removed']);
    expect(store.isEmpty()).toBe(false);
  });

  it.each([
    ['was emptied', 'removed', 'was removed or emptied', (log: string) => truncateSync(log, 0)],
    [
      'was cut',
      'cut',
      'was cut, or an older copy of it was put in its place',
      (log: string) => truncateSync(log, 400),
    ],
    [
      'has other bytes at its end',
      'changed',
      'was changed or damaged',
      (log: string) => overwrite(log, statSync(log).size - 8, 'x'),
    ],
  ])('saves its entries again if the log %s, and says exactly that', (_, kind, words, harm) => {
    const folder = newFolder();
    open(folder).append(manyAnswers(5));
    const store = open(folder);
    store.append([answerTo('one'), answerTo('two')]);
    harm(logOf(folder));
    store.append([answerTo('three')]);
    expect(checksOf(open(folder))).toEqual(expect.arrayContaining(['one', 'two', 'three']));
    expect(kinds(store)).toEqual([kind]);
    expect(store.warnings()[0]?.message).toContain(`${store.file} ${words} while the program`);
  });

  it('does not say that a removed log is saved again before it is', () => {
    const folder = path.join(newFolder(), 'course');
    const disk = changing(writeToDisk);
    const store = open(folder, undefined, disk.write);
    store.append([answerTo('one')]);
    rmSync(folder, { recursive: true });
    disk.now = failing('EIO');
    store.append([answerTo('two')]);
    expect(kinds(store)).toEqual(['unwritable']);
    disk.now = writeToDisk;
    store.append([answerTo('three')]);
    expect(kinds(store)).toEqual(['removed']);
    expect(checksOf(open(folder))).toEqual(['one', 'two', 'three']);
  });

  describe('in a run without end', () => {
    const endlessRun = (folder: string): ProgressStore => {
      const store = open(folder);
      for (let n = 0; n < 21; n++) store.append(manyAnswers(1_000));
      return store;
    };

    it('keeps the last 10,000 entries for a removed log, and not all of them', () => {
      const folder = path.join(newFolder(), 'course');
      const store = endlessRun(folder);
      rmSync(folder, { recursive: true });
      store.append([answerTo('last')]);
      const saved = linesIn(folder);
      expect(saved.length).toBeGreaterThan(10_000);
      expect(saved.length).toBeLessThan(20_000);
      expect(saved.at(-1)).toContain('"check":"last"');
    });

    it('keeps every entry that is not on the disk', async () => {
      const folder = newFolder();
      const disk = changing(failing('ENOSPC'));
      const store = open(folder, undefined, disk.write);
      for (let n = 0; n < 3; n++) store.append(manyAnswers(4_000));
      expect(store.unsaved()).toBe(12_000);
      disk.now = writeToDisk;
      await store.close();
      expect(linesIn(folder)).toHaveLength(12_000);
    });

    it('writes a snapshot, so that the next start does not read all of it', async () => {
      const folder = newFolder();
      const store = endlessRun(folder);
      await vi.waitFor(() => expect(existsSync(snapshotOf(folder))).toBe(true));
      expect(open(folder).progress()).toEqual(store.progress());
    });
  });

  it('saves its entries again if another program has replaced a removed log', () => {
    const folder = path.join(newFolder(), 'course');
    const store = open(folder);
    store.append([answerTo('one'), answerTo('two')]);
    rmSync(folder, { recursive: true });
    open(folder).append([answerTo('theirs')]);
    store.append([answerTo('three')]);
    expect(checksOf(open(folder)).sort()).toEqual(['one', 'theirs', 'three', 'two']);
    expect(kinds(store)).toEqual(['replaced']);
  });

  it('does not make a removed folder again if it had saved nothing there', async () => {
    const folder = path.join(newFolder(), 'course');
    open(folder).append([answerTo('long ago')]);
    const store = open(folder);
    rmSync(folder, { recursive: true });
    await store.close();
    expect(existsSync(folder)).toBe(false);
    expect(store.isEmpty()).toBe(true);
  });

  it('shows the progress of the complete log, after any entries in any number of sessions', async () => {
    const sessions = fc.array(fc.array(newEntry, { maxLength: 4 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(sessions, async (entriesBySession) => {
        const folder = path.join(newFolder(), 'course');
        for (const events of entriesBySession) {
          const store = open(folder);
          store.append(events);
          if (existsSync(logOf(folder))) expect(store.progress()).toEqual(fromScratch(folder));
          expect(open(folder).progress()).toEqual(store.progress());
        }
      }),
      { numRuns: 40 },
    );
  });
});

const readableLines = (text: string): unknown[] =>
  text.split('\n').flatMap((line) => {
    try {
      const { sum: _, ...entry } = JSON.parse(line);
      return [entry];
    } catch {
      return [];
    }
  });

describe('a log in disorder', () => {
  it('cut anywhere, opens with all whole lines, and goes on', () => {
    const folder = newFolder();
    const writer = open(folder);
    writer.append([answerTo('é one'), answerTo('two ❯')]);
    writer.append([{ k: 'set', key: 'x', value: '\ud800' }, answerTo('three')]);
    const whole = readFileSync(logOf(folder));
    for (let cut = 0; cut <= whole.length; cut += 1) {
      writeFileSync(logOf(folder), whole.subarray(0, cut));
      const text = whole.subarray(0, cut).toString();
      const lines = readableLines(text).length;
      const store = open(folder);
      const { checks, settings } = store.progress();
      expect(checks.size + Object.keys(settings).length).toBe(lines);
      expect(store.warnings()).toEqual([]);
      const next = store.append([answerTo('next')]);
      expect(open(folder).history()).toEqual([...readableLines(text), ...next]);
    }
  });

  it('has a warning with the number of unreadable lines, and keeps the others', () => {
    const folder = newFolder();
    open(folder).append([answerTo('one'), answerTo('two')]);
    appendFileSync(logOf(folder), '{"id":\nnonsense\n');
    open(folder).append([answerTo('three')]);
    const store = open(folder);
    expect(store.warnings().map(({ message }) => message)).toEqual([
      `2 lines of ${store.file} are damaged and were left out; the rest counts.`,
    ]);
    expect(checksOf(store)).toEqual(['one', 'two', 'three']);
  });

  it('does not say that the rest counts if there is none', () => {
    const folder = newFolder();
    writeFileSync(logOf(folder), 'nonsense\n');
    const store = open(folder);
    expect(store.warnings()[0]?.message).toBe(
      `1 line of ${store.file} is damaged and was left out; nothing else is in it.`,
    );
    expect(store.isEmpty()).toBe(true);
  });

  it('has the warning at closing for a line that was damaged while the program was open', async () => {
    const folder = newFolder();
    open(folder).append([answerTo('one')]);
    const store = open(folder);
    appendFileSync(logOf(folder), 'nonsense\n');
    expect(kinds(store)).toEqual([]);
    await store.close();
    expect(kinds(store)).toEqual(['damaged-lines']);
  });

  it('has that warning once, and not in the next session', async () => {
    const folder = newFolder();
    open(folder).append([answerTo('one')]);
    appendFileSync(logOf(folder), 'nonsense\n');
    const store = open(folder);
    expect(kinds(store)).toEqual(['damaged-lines']);
    await store.close();
    expect(open(folder).warnings()).toEqual([]);
    expect(open(folder).progress()).toEqual(store.progress());
  });

  it('keeps entries of a later version, without a warning', async () => {
    const folder = newFolder();
    open(folder).append([answerTo('one')]);
    appendFileSync(logOf(folder), '{"id":"z","t":9000,"k":"import","from":"elsewhere"}\n');
    const store = open(folder);
    expect(store.warnings()).toEqual([]);
    expect(store.append([answerTo('two')])[0]?.t).toBe(9001);
    await store.close();
    expect(linesIn(folder)).toHaveLength(3);
  });

  it('ignores logs of a later format, with a warning', () => {
    const folder = newFolder();
    const later = path.join(folder, 'answers-2.jsonl');
    writeFileSync(later, 'x');
    writeFileSync(path.join(folder, 'answers-1.jsonl.bak'), 'x');
    const store = open(folder);
    store.append([answerTo('who')]);
    expect(kinds(store)).toEqual(['newer-format']);
    expect(store.warnings()[0]?.message).toContain(later);
    expect(readFileSync(later, 'utf8')).toBe('x');
  });

  it('orders the entries of two programs by time', () => {
    const folder = newFolder();
    const [one, two] = [open(folder, () => 1000), open(folder, () => 2000)];
    two.append([answerTo('who', true)]);
    one.append([answerTo('who', false)]);
    expect(open(folder).progress().checks.get('who')?.first.right).toBe(false);
  });

  it('counts a duplicate entry once', () => {
    const folder = newFolder();
    open(folder).append([answerTo('who')]);
    appendFileSync(logOf(folder), readFileSync(logOf(folder)));
    expect(open(folder).progress().checks.get('who')?.tries).toBe(1);
  });
});

/** Writes the first half, as on a full disk. */
const half: Write = (fd, bytes) => writeToDisk(fd, bytes.subarray(0, bytes.length / 2));

const failing =
  (code: string): Write =>
  () => {
    throw Object.assign(new Error(code), { code });
  };

/** A write function that a test can replace while the store is open. */
function changing(first: Write): { write: Write; now: Write } {
  const disk = { now: first, write: (fd: number, bytes: Uint8Array) => disk.now(fd, bytes) };
  return disk;
}

describe('a disk error', () => {
  it.each([
    ['writes only a part', half, 'disk-full', 'the disk is full'],
    ['is full', failing('ENOSPC'), 'disk-full', 'the disk is full'],
    ['is over quota', failing('EDQUOT'), 'disk-full', 'the disk is full'],
    ['is read-only', failing('EROFS'), 'unwritable', 'read-only'],
    ['breaks', failing('EIO'), 'unwritable', 'the system says EIO'],
  ] as const)(
    'has one warning if the disk %s, and loses nothing if it ends',
    async (_, failingWrite, kind, words) => {
      const folder = newFolder();
      const disk = changing(writeToDisk);
      const store = open(folder, undefined, disk.write);
      store.append([answerTo('zero')]);
      disk.now = failingWrite;
      store.append([answerTo('one')]);
      store.append([answerTo('two'), answerTo('three')]);
      expect(store.unsaved()).toBe(3);
      expect(checksOf(store)).toHaveLength(4);
      expect(kinds(store)).toEqual([kind]);
      expect(store.warnings()[0]?.message).toContain(words);
      disk.now = writeToDisk;
      await store.close();
      expect(store.unsaved()).toBe(0);
      expect(store.warnings()).toEqual([]);
      expect(open(folder).progress()).toEqual(store.progress());
    },
  );

  it('is found before the first answer, and nothing is left on the disk', () => {
    const parent = newFolder();
    writeFileSync(path.join(parent, 'file'), 'x');
    const store = open(path.join(parent, 'file', 'course'));
    store.tryToSave();
    expect(kinds(store)).toEqual(['unreadable', 'unwritable']);
    expect(store.unsaved()).toBe(0);
    const fine = open(path.join(parent, 'data', 'course'));
    fine.tryToSave();
    expect(fine.warnings()).toEqual([]);
    expect(readdirSync(parent)).toEqual(['file']);
  });

  it.skipIf(!existsSync('/proc/self'))('is found in a folder that even root cannot make', () => {
    const store = open('/proc/x/course');
    store.tryToSave();
    expect(kinds(store)).toEqual(['unwritable']);
  });

  it('makes the next append save the failed entries, too', () => {
    const folder = newFolder();
    const disk = changing(half);
    const store = open(folder, undefined, disk.write);
    store.append([answerTo('one'), answerTo('two')]);
    disk.now = writeToDisk;
    store.append([answerTo('three')]);
    expect(store.unsaved()).toBe(0);
    expect(open(folder).progress()).toEqual(store.progress());
  });

  it('does not prevent undoing a reset', () => {
    const store = open(newFolder(), undefined, failing('ENOSPC'));
    store.append([answerTo('who')]);
    const [reset] = store.append([{ k: 'reset' }]);
    store.append([{ k: 'reset', undo: reset?.id ?? '' }]);
    expect(checksOf(store)).toEqual(['who']);
  });

  it('has a warning if a file has the name of the folder, and the store still closes', async () => {
    const folder = path.join(newFolder(), 'course');
    writeFileSync(folder, 'x');
    const store = open(folder);
    store.append([answerTo('who')]);
    await store.close();
    expect(kinds(store)).toEqual(['unreadable', 'unwritable']);
    for (const { message } of store.warnings()) {
      expect(message).toContain(store.file);
      expect(message).toContain('a file is where a folder should be');
    }
    expect(store.unsaved()).toBe(1);
  });

  it('has a warning if a folder has the name of the log', () => {
    const folder = newFolder();
    mkdirSync(logOf(folder));
    const store = open(folder);
    store.append([answerTo('who')]);
    expect(kinds(store)).toEqual(['unreadable', 'unwritable']);
    expect(store.warnings()[0]?.message).toContain('a folder is where the file should be');
  });

  const hasAllPermissions = process.platform === 'win32' || process.getuid?.() === 0;

  it.skipIf(hasAllPermissions)('has a warning for a log that may not be read', () => {
    const folder = newFolder();
    open(folder).append([answerTo('one')]);
    chmodSync(logOf(folder), 0o000);
    const store = open(folder);
    store.append([answerTo('two')]);
    expect(kinds(store)).toEqual(['unreadable', 'unwritable']);
    expect(store.warnings()[0]?.message).toContain('permission denied');
  });

  it.skipIf(hasAllPermissions)(
    'has a warning for a folder that may not be written, and the store closes at once',
    async () => {
      const folder = newFolder();
      open(folder).append(manyAnswers());
      chmodSync(logOf(folder), 0o400);
      chmodSync(folder, 0o500);
      const store = open(folder);
      store.append([answerTo('two')]);
      await store.close();
      chmodSync(folder, 0o700);
      expect(kinds(store)).toEqual(['unwritable']);
      expect(existsSync(snapshotOf(folder))).toBe(false);
    },
  );

  it.skipIf(!existsSync('/dev/full')).each(['/dev/full', '/dev/null', '/dev/zero'])(
    'is reported if the log is the device %s, which keeps nothing',
    (device) => {
      const folder = newFolder();
      symlinkSync(device, logOf(folder));
      const store = open(folder);
      store.append([answerTo('who')]);
      expect(kinds(store)).toEqual(['unreadable', 'unwritable']);
      expect(store.unsaved()).toBe(1);
    },
  );

  it.skipIf(!existsSync('/proc/self/comm'))(
    'is not reported for a file that cannot be synced',
    () => {
      const folder = newFolder();
      symlinkSync('/proc/self/comm', logOf(folder));
      const store = open(folder);
      store.append([answerTo('who')]);
      expect(store.unsaved()).toBe(0);
    },
  );

  it('shows a path with an escape sequence as plain text', () => {
    const folder = path.join(newFolder(), 'a\u001b[31mb');
    const store = open(folder, undefined, failing('EIO'));
    store.append([answerTo('who')]);
    expect(store.warnings()[0]?.message).not.toContain('\u001b');
  });
});

describe('the snapshot', () => {
  it('is not written for a short log', async () => {
    const folder = newFolder();
    const store = open(folder);
    store.append([answerTo('who')]);
    await store.close();
    expect(readdirSync(folder)).toEqual(['answers-1.jsonl']);
  });

  it('is written on closing, is private, and is the only new file', async () => {
    const folder = newFolder();
    const store = open(folder);
    store.append(manyAnswers());
    expect(existsSync(snapshotOf(folder))).toBe(false);
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(['answers-1.jsonl', 'fold.json']);
    if (process.platform !== 'win32') expect(statSync(snapshotOf(folder)).mode & 0o777).toBe(0o600);
    expect(open(folder).progress()).toEqual(store.progress());
  });

  /** A folder with a snapshot and a few later answers. */
  async function folderWithSnapshot(): Promise<string> {
    const folder = newFolder();
    const store = open(folder);
    store.append(manyAnswers());
    await store.close();
    open(folder).append([answerTo('later')]);
    return folder;
  }

  it('makes reading the log before it unnecessary', async () => {
    const folder = await folderWithSnapshot();
    overwrite(logOf(folder), 1, 'XXXXXXXX');
    const store = open(folder);
    expect(store.warnings()).toEqual([]);
    expect(store.progress().checks.get('later')).toBeDefined();
    rmSync(snapshotOf(folder));
    expect(kinds(open(folder))).toEqual(['damaged-lines']);
  });

  it('is ignored if the log before it is different', async () => {
    const folder = await folderWithSnapshot();
    const { offset }: { offset: number } = JSON.parse(readFileSync(snapshotOf(folder), 'utf8'));
    overwrite(logOf(folder), offset - 20, 'XXXX');
    expect(kinds(open(folder))).toEqual(['damaged-lines']);
    expect(checksOf(open(folder))).toContain('later');
  });

  it('is ignored if the log is shorter, empty or removed', async () => {
    const folder = await folderWithSnapshot();
    truncateSync(logOf(folder), 1000);
    expect(open(folder).progress().checks.get('0')?.tries).toBe(1);
    truncateSync(logOf(folder), 0);
    expect(open(folder).progress()).toEqual(emptyProgress);
    rmSync(logOf(folder));
    expect(open(folder).progress()).toEqual(emptyProgress);
  });

  it.each([
    ['cut', 'was cut, or an older copy', (log: string) => truncateSync(log, 1000)],
    ['removed', 'was removed or emptied', (log: string) => rmSync(log)],
    ['replaced', 'was replaced by another log', (log: string) => writeFileSync(log, 'x\n')],
  ])('shows that the log was %s since, which is reported once', async (kind, words, harm) => {
    const folder = await folderWithSnapshot();
    harm(logOf(folder));
    const store = open(folder);
    expect(kinds(store)).toContain(kind);
    expect(store.warnings()[0]?.message).toContain(`${store.file} ${words}`);
    store.append([answerTo('next')]);
    await store.close();
    expect(open(folder).warnings()).toEqual([]);
    expect(open(folder).progress()).toEqual(store.progress());
  });

  it('is ignored for an earlier entry, and for undoing a reset', async () => {
    const folder = await folderWithSnapshot();
    const early = { ...answerTo('0', false), id: 'early', t: 1 };
    appendFileSync(logOf(folder), `\n${JSON.stringify(early)}\n`);
    expect(open(folder).progress().checks.get('0')?.first.right).toBe(false);
    expect(open(folder).progress()).toEqual(fromScratch(folder));
    const store = open(folder);
    const [reset] = store.append([{ k: 'reset' }]);
    await store.close();
    open(folder).append([{ k: 'reset', undo: reset?.id ?? '' }]);
    expect(open(folder).progress()).toEqual(fromScratch(folder));
    expect(checksOf(open(folder))).toContain('later');
  });

  it.each([
    ['is empty', () => ''],
    ['is cut', (text: string) => text.slice(0, text.length / 2)],
    ['is of another version', (text: string) => text.replace(/"version":\d+/, '"version":99')],
    ['has a negative offset', (text: string) => text.replace(/"offset":\d+/, '"offset":-1')],
    [
      'covers no entries',
      (text: string) => text.replace(/"offset":\d+,"before":"\w+"/, '"offset":0,"before":""'),
    ],
    ['compares nothing', (text: string) => text.replace(/"before":"\w+"/, '"before":""')],
    ['compares no digits', (text: string) => text.replace(/"before":"../, '"before":"zz')],
    ['has a number that is none', (text: string) => text.replace('"a",true,', '"a",true,1e999')],
    ['has a check twice', (text: string) => text.replace('["1","a"', '["0","a"')],
    ['has an empty choice', (text: string) => text.replace('["0","a"', '["0",""')],
    ['has a row cut short', (text: string) => text.replace(/,0,false\]/, ']')],
    ['has no attempts', (text: string) => text.replace('"attempts":', '"places":')],
    ['is a list', () => '[]'],
  ])('is ignored if it %s', async (_, change) => {
    const folder = await folderWithSnapshot();
    const text = readFileSync(snapshotOf(folder), 'utf8');
    const rest = text.slice(BEGINNING);
    const changed = change(rest);
    expect(changed).not.toBe(rest);
    const begin = beginning(hashOfBytes(Buffer.from(changed)));
    writeFileSync(snapshotOf(folder), changed.length > 2 ? begin + changed : changed);
    const store = open(folder);
    expect(store.progress()).toEqual(fromScratch(folder));
    expect(store.warnings()).toEqual([]);
  });

  it('is written again after it was ignored', async () => {
    const folder = await folderWithSnapshot();
    const good = readFileSync(snapshotOf(folder), 'utf8').length;
    writeFileSync(snapshotOf(folder), '{}');
    await open(folder).close();
    expect(readFileSync(snapshotOf(folder), 'utf8').length).toBeGreaterThan(good - 10);
    overwrite(logOf(folder), 1, 'XXXXXXXX');
    expect(open(folder).warnings()).toEqual([]);
  });

  it('leaves no temporary file if it cannot be renamed', async () => {
    const folder = newFolder();
    mkdirSync(path.join(snapshotOf(folder), 'in-the-way'), { recursive: true });
    const store = open(folder);
    store.append(manyAnswers());
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(['answers-1.jsonl', 'fold.json']);
    expect(store.warnings()).toEqual([]);
  });

  it('contains checks of any name', async () => {
    const folder = newFolder();
    const store = open(folder);
    const names = ['__proto__', 'constructor', '__internal__', '__internal__.x', 'a.b.1'];
    store.append([...manyAnswers(), ...names.map((name) => answerTo(name))]);
    await store.close();
    expect(existsSync(snapshotOf(folder))).toBe(true);
    overwrite(logOf(folder), 1, 'XXXXXXXX'); // causes a warning if the snapshot is ignored
    const again = open(folder);
    expect(again.warnings()).toEqual([]);
    expect(checksOf(again)).toEqual(expect.arrayContaining(names));
    again.append([answerTo('__proto__')]);
    expect(again.progress().checks.get('__proto__')?.tries).toBe(2);
  });

  it('and the later entries give the progress of the complete log, wherever it was made', async () => {
    const whole = newFolder();
    open(whole).append(manyAnswers(40));
    const bytes = readFileSync(logOf(whole));
    const lineEnds = [...bytes.keys()].filter((i) => bytes[i] === 0x0a && bytes[i - 1] !== 0x0a);
    for (const end of lineEnds.slice(0, 12)) {
      const folder = newFolder();
      // A damaged line makes the store write a snapshot even for a short log.
      writeFileSync(logOf(folder), `x\n${bytes.subarray(0, end + 1)}`);
      await open(folder).close();
      expect(existsSync(snapshotOf(folder))).toBe(true);
      appendFileSync(logOf(folder), bytes.subarray(end + 1));
      expect(open(folder).progress()).toEqual(open(whole).progress());
      expect(open(folder).warnings()).toEqual([]);
    }
  });
});
