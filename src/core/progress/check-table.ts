import type { Memory } from '../memory/fsrs.js';
import type { CheckProgress, EditableChecks } from './progress.js';

/** Rows that were read from a file, each made into objects when it is asked for. */
export type Rows = {
  readonly ids: readonly string[];
  readonly rowOf: (check: string) => number | undefined;
  readonly checkIn: (row: number) => CheckProgress;
  readonly rightAtFirst: (row: number) => boolean;
  readonly memoryIn: (row: number) => Memory;
};

const nothing = (): never => {
  throw new Error('there are no rows');
};

const NO_ROWS: Rows = {
  ids: [],
  rowOf: () => undefined,
  checkIn: nothing,
  rightAtFirst: nothing,
  memoryIn: nothing,
};

/**
 * What is kept of the checks that were answered, to be changed in place. What was read from a file stays rows as long
 * as it is not asked for: a start needs a number or two of each of thousands, and all of a few.
 */
export class CheckTable implements EditableChecks {
  readonly #rows: Rows;
  /** Those of the rows that no longer count. */
  readonly #gone: Set<string>;
  /** What was set since, be it new or in the place of a row. */
  readonly #set: Map<string, CheckProgress>;

  constructor(
    rows: Rows = NO_ROWS,
    gone = new Set<string>(),
    set = new Map<string, CheckProgress>(),
  ) {
    this.#rows = rows;
    this.#gone = gone;
    this.#set = set;
  }

  copy(): CheckTable {
    return new CheckTable(this.#rows, new Set(this.#gone), new Map(this.#set));
  }

  get size(): number {
    let size = this.#rows.ids.length - this.#gone.size;
    for (const id of this.#set.keys()) if (this.#rowOf(id) === undefined) size += 1;
    return size;
  }

  get(check: string): CheckProgress | undefined {
    const row = this.#rowOf(check);
    return this.#set.get(check) ?? (row === undefined ? undefined : this.#rows.checkIn(row));
  }

  rightAtFirst(check: string): boolean | undefined {
    const set = this.#setSince(check);
    if (set) return set.first.right;
    const row = this.#rowOf(check);
    return row === undefined ? undefined : this.#rows.rightAtFirst(row);
  }

  memoryOf(check: string): Memory | undefined {
    const set = this.#setSince(check);
    if (set) return set.recall.memory;
    const row = this.#rowOf(check);
    return row === undefined ? undefined : this.#rows.memoryIn(row);
  }

  set(check: string, kept: CheckProgress): void {
    this.#set.set(check, kept);
  }

  delete(check: string): void {
    this.#set.delete(check);
    if (this.#rows.rowOf(check) !== undefined) this.#gone.add(check);
  }

  *[Symbol.iterator](): Iterator<readonly [string, CheckProgress]> {
    for (const id of this.#rows.ids) {
      const kept = this.#gone.has(id) ? undefined : this.get(id);
      if (kept) yield [id, kept];
    }
    for (const entry of this.#set) if (this.#rowOf(entry[0]) === undefined) yield entry;
  }

  // Of thousands of checks at the start, of which none has been set or taken away: so that is asked first.

  #setSince(check: string): CheckProgress | undefined {
    return this.#set.size === 0 ? undefined : this.#set.get(check);
  }

  #rowOf(check: string): number | undefined {
    if (this.#gone.size > 0 && this.#gone.has(check)) return undefined;
    return this.#rows.rowOf(check);
  }
}
