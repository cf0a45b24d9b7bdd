import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openProgramSettings } from '../../../src/io/progress/program-settings.js';
import type { ProgressStore } from '../../../src/io/progress/store.js';
import { isUnsaved } from '../../../src/io/progress/warnings.js';
import { withProgramSettings } from '../../../src/io/progress/with-program-settings.js';
import { answerTo, linesIn, open } from '../../support/stores.js';
import { dataFolder } from '../../support/terminal.js';

let data = { path: '', remove: (): void => {} };
beforeEach(() => {
  data = dataFolder();
});
afterEach(() => data.remove());

const file = (): string => path.join(data.path, 'settings.json');
const written = (): unknown => JSON.parse(readFileSync(file(), 'utf8'));

let ids = 0;
const openSettings = () => openProgramSettings(data.path, () => `id${ids++}`);

/** Opens the progress in a course as a session does. */
function openCourse(name = 'course'): ProgressStore {
  const store = withProgramSettings(open(path.join(data.path, name)), openSettings());
  store.tryToSave();
  return store;
}

const set = (key: string, value: string) => ({ k: 'set', key, value }) as const;

/** The settings in the log of a course. */
const settingsInLog = (name = 'course'): string[] =>
  linesIn(path.join(data.path, name)).flatMap((line) => {
    const entry = JSON.parse(line);
    return entry.k === 'set' ? [`${entry.key} ${entry.value}`] : [];
  });

describe('a setting of the whole program', () => {
  test('is kept in the data folder and not in the log, and counts in every course', async () => {
    const store = openCourse();
    store.append([set('ascii', 'on'), set('session', '5')]);
    expect(store.progress().settings).toMatchObject({ ascii: 'on', session: '5' });
    await store.close();
    expect(written()).toEqual({ ascii: 'on' });
    expect(settingsInLog()).toEqual(['session 5']);
    expect({ ...openCourse('another').progress().settings }).toEqual({ ascii: 'on' });
  });

  test('is carried over from the log of an earlier version; the first course counts', async () => {
    for (const [name, value] of [
      ['first', 'on'],
      ['second', 'off'],
    ] as const) {
      const earlier = open(path.join(data.path, name));
      earlier.append([set('motion', value), set('certainty', value)]);
      await earlier.close();
    }
    expect(openCourse('first').progress().settings).toMatchObject({ motion: 'on' });
    await openCourse('first').close();
    expect(written()).toEqual({ motion: 'on' });
    expect({ ...openCourse('second').progress().settings }).toEqual({
      motion: 'on',
      certainty: 'off',
    });
  });

  test('does not take away what another window or a later version has written', async () => {
    const store = openCourse();
    writeFileSync(file(), '{"ascii":"on","voice":{"speed":2}}');
    store.append([set('motion', 'on')]);
    await store.close();
    expect(written()).toEqual({ ascii: 'on', motion: 'on', voice: { speed: 2 } });
  });
});

test('the log says at which hour the day of an answer ended, before the answer and once', async () => {
  const store = openCourse();
  store.append([set('day-ends', '0')]);
  store.append([answerTo('one')]);
  store.append([answerTo('two')]);
  await store.close();
  const kinds = linesIn(path.join(data.path, 'course')).map((line) => JSON.parse(line).k);
  expect(kinds).toEqual(['set', 'answer', 'answer']);
  expect(settingsInLog()).toEqual(['day-ends 0']);
});

test.each(['{"ascii"', '[]', 'null'])(
  'a file that holds %s is reported and written anew',
  async (text) => {
    writeFileSync(file(), text);
    const store = openCourse();
    expect(store.warnings().map(({ kind }) => kind)).toEqual(['unread-settings']);
    store.append([set('ascii', 'on')]);
    await store.close();
    expect(written()).toEqual({ ascii: 'on' });
  },
);

test('a setting that cannot be written is reported, and is tried again at the end', async () => {
  mkdirSync(file());
  const store = openCourse();
  store.append([set('ascii', 'on')]);
  await store.close();
  expect(store.progress().settings.ascii).toBe('on');
  expect(store.warnings().filter(isUnsaved)).toHaveLength(1);
  rmdirSync(file());
  await store.close();
  expect(store.warnings().filter(isUnsaved)).toEqual([]);
  expect(written()).toEqual({ ascii: 'on' });
});

test('opening a course without settings writes no file', async () => {
  await openCourse().close();
  expect(existsSync(file())).toBe(false);
});
