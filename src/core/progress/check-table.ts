import type { Memory } from '../memory/fsrs.js';
import { type CertaintyCounts, NO_CERTAINTY_COUNTS } from '../memory/recall.js';
import type { CheckProgress, EditableChecks } from './progress.js';

/**
 * The progress of one check as a flat array, because JSON reads arrays fast. Times are milliseconds since 1970.
 * Stability and day are in days.
 */
export type CheckRow = readonly [
  id: string,
  firstChoice: string,
  firstRight: boolean,
  firstTime: number,
  lastChoice: string,
  lastRight: boolean,
  lastTime: number,
  tries: number,
  stability: number,
  difficulty: number,
  day: number,
  reviews: number,
  surelyMissed: boolean,
  /** Absent if the learner never said how sure they were. */
  certaintyCounts?: CertaintyCounts,
];

/**
 * The progress of the answered checks. It makes objects of a row only on request: the start of the program needs two
 * numbers of each of thousands of checks, and complete objects of only a few.
 */
export class CheckTable implements EditableChecks {
  readonly #rows: Map<string, CheckRow>;

  /** @param rows by the check's id, in the order of the first answers; the table changes this map */
  constructor(rows = new Map<string, CheckRow>()) {
    this.#rows = rows;
  }

  copy(): CheckTable {
    return new CheckTable(new Map(this.#rows));
  }

  get size(): number {
    return this.#rows.size;
  }

  get(check: string): CheckProgress | undefined {
    const row = this.#rows.get(check);
    return row && checkOf(row);
  }

  rightAtFirst(check: string): boolean | undefined {
    return this.#rows.get(check)?.[2];
  }

  memoryOf(check: string): Memory | undefined {
    const row = this.#rows.get(check);
    return row && memoryIn(row);
  }

  set(check: string, progress: CheckProgress): void {
    this.#rows.set(check, rowOf(check, progress));
  }

  delete(check: string): void {
    this.#rows.delete(check);
  }

  *[Symbol.iterator](): Iterator<readonly [string, CheckProgress]> {
    for (const [id, row] of this.#rows) yield [id, checkOf(row)];
  }
}

const memoryIn = (row: CheckRow): Memory => ({
  stability: row[8],
  difficulty: row[9],
  day: row[10],
});

const checkOf = (row: CheckRow): CheckProgress => ({
  first: { choice: row[1], right: row[2], t: row[3] },
  last: { choice: row[4], right: row[5], t: row[6] },
  tries: row[7],
  recall: {
    memory: memoryIn(row),
    reviews: row[11],
    surelyMissed: row[12],
    certaintyCounts: row[13] ?? NO_CERTAINTY_COUNTS,
  },
});

export function rowOf(id: string, { first, last, tries, recall }: CheckProgress): CheckRow {
  const { memory, reviews, surelyMissed, certaintyCounts } = recall;
  const counts: readonly [CertaintyCounts?] =
    certaintyCounts === NO_CERTAINTY_COUNTS ? [] : [certaintyCounts];
  const answers = [first.choice, first.right, first.t, last.choice, last.right, last.t] as const;
  const { stability, difficulty, day } = memory;
  return [id, ...answers, tries, stability, difficulty, day, reviews, surelyMissed, ...counts];
}
