import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Progress } from '../../src/core/progress/progress.js';
import { readWith } from '../../src/io/progress/read.js';
import { openProgressStore, type ProgressStore } from '../../src/io/progress/store.js';
import { COURSE } from './shipped-course.js';

/** Opens the progress of a data folder as the next start would, from the summary and the end of the log. */
export function openStore(data: string, course = COURSE): ProgressStore {
  const folder = path.join(data, course);
  return openProgressStore({ folder, now: Date.now, newId: () => `stress-${randomUUID()}` });
}

/** What a start would take up wrong: all that differs from what the whole log amounts to, and every warning. */
export function startFaults(data: string, course = COURSE): readonly string[] {
  const store = openStore(data, course);
  return [
    ...store.warnings().map(({ message }) => `the store says: ${message}`),
    ...progressFaults(store, data, course),
  ];
}

/** How the progress that a start took up differs from what the whole log amounts to. */
export const progressFaults = (
  store: ProgressStore,
  data: string,
  course = COURSE,
): readonly string[] =>
  differences(partsOf(store.progress()), partsOf(readWith(path.join(data, course), []).progress));

type Parts = Readonly<Record<string, unknown>>;

/** As JSON has them: a field that is undefined is no field. */
const partsOf = (progress: Progress): Parts =>
  JSON.parse(JSON.stringify({ ...progress, checks: Object.fromEntries(progress.checks) }));

function differences(started: Parts, whole: Parts): string[] {
  return Object.keys({ ...whole, ...started })
    .filter((part) => !isDeepStrictEqual(started[part], whole[part]))
    .map((part) => {
      const [is, should] = [started[part], whole[part]].map((value) => Object(value) as Parts);
      const keys = Object.keys({ ...should, ...is });
      const wrong = keys.filter((key) => !isDeepStrictEqual(is?.[key], should?.[key]));
      const [first = ''] = wrong;
      return `a start takes up other ${part} than its log holds: ${wrong.length} of ${keys.length} differ, as ${first} ${JSON.stringify(is?.[first] ?? is)}`;
    });
}
