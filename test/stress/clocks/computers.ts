import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hash32 } from '../../../src/core/hash.js';
import type { LogEntry, NewEntry } from '../../../src/core/log/entry.js';
import { exportText, readExport } from '../../../src/core/log/export-file.js';
import { isAhead, latestTime } from '../../../src/core/log/given-time.js';
import { missingFrom } from '../../../src/core/log/merge.js';
import { byTime, higher } from '../../../src/core/log/order.js';
import { dayOf } from '../../../src/core/memory/day.js';
import { readProgress } from '../../../src/io/progress/read.js';
import { writeSnapshot } from '../../../src/io/progress/snapshot-file.js';
import { openProgressStore, type ProgressStore } from '../../../src/io/progress/store.js';
import { logOf } from '../answer-log.js';
import { COURSE } from '../shipped-course.js';
import { progressFaults } from '../whole-log.js';
import { type AnswerStep, BETWEEN, CLOCKS, type SessionStep } from './plan.js';

const DAY = 24 * 3_600_000;
const BEGIN = Date.UTC(2026, 10, 28, 12);

/** An answer may count as given so many days later, until each clock was right once. One more for hours and days' ends. */
const MOST_DAYS = 3 * (BETWEEN + 1) + 1;

/** Two computers of one learner, whose clocks are often wrong. Every method throws an Error that names a fault. */
export class Computers {
  #now = BEGIN;
  #ids = 0;
  /** The true time of each answer, by its id. */
  readonly #given = new Map<string, number>();
  readonly #computers: readonly [Computer, Computer];
  answers = 0;

  constructor(folder: string) {
    const newId = (): string => this.#newId();
    const now = (): number => this.#now;
    const at = (name: string) => new Computer(path.join(folder, name), now, newId);
    this.#computers = [at('one'), at('two')];
  }

  async take(step: SessionStep): Promise<void> {
    this.#now += step.days * DAY + 60_000;
    const computer = this.#computers[step.computer];
    computer.clock = step.clock;
    const store = computer.open();
    const middle = Math.floor(step.answers.length / 2);
    for (const [i, answer] of step.answers.entries()) {
      if (i === middle && step.later !== undefined) computer.clock = step.later;
      this.#now += 30_000;
      this.#append(store, computer, entryOf(answer, store));
    }
    await this.#end(step, store, computer);
    computer.checkAgain();
  }

  /** Sets both clocks right, and checks what each computer holds then. */
  settle(): void {
    this.#now += 60_000;
    for (const computer of this.#computers) {
      computer.clock = 'right';
      const store = computer.open();
      const history = store.history();
      assert.ok(!isAhead(latestTime(history), this.#now), 'a time is still ahead of the clock');
      for (const [check, { recall }] of store.progress().checks)
        this.#checkDay(check, recall.memory.day, history);
      computer.checkAgain();
    }
  }

  #checkDay(check: string, day: number, history: readonly LogEntry[]): void {
    const times = history.flatMap((entry) =>
      'check' in entry && entry.check === check ? (this.#given.get(entry.id) ?? []) : [],
    );
    const last = dayOf(Math.max(...times), 0, 4);
    assert.ok(
      day <= last + MOST_DAYS,
      `${check} counts as answered ${day - last} days after it was`,
    );
  }

  async #end({ end }: SessionStep, store: ProgressStore, computer: Computer): Promise<void> {
    const [reset] = store.progress().resets.slice(-1);
    if (end === 'reset') this.#append(store, computer, { k: 'reset' });
    if (end === 'undo' && reset) this.#append(store, computer, { k: 'reset', undo: reset.id });
    if (end === 'export') for (const other of this.#computers) other.importFrom(computer);
    if (end === 'summary') await computer.summarize(this.#newId());
    await store.close();
    assert.equal(store.unsaved(), 0, 'an answer could not be saved');
  }

  #append(store: ProgressStore, computer: Computer, event: NewEntry): void {
    const before = highestOf(store.history());
    const [entry] = store.append([event]);
    assert.ok(entry && (!before || byTime(before, entry) < 0), 'an entry is not the last in order');
    computer.ids.add(entry.id);
    this.#given.set(entry.id, this.#now);
    if (event.k !== 'reset') this.answers += 1;
  }

  /** In no order, as random ids. */
  #newId(): string {
    this.#ids += 1;
    return `${hash32(`${this.#ids}`).toString(16)}-${this.#ids}`;
  }
}

const highestOf = (history: readonly LogEntry[]) =>
  history.reduce<LogEntry | undefined>((a, b) => higher(a, b) as LogEntry, undefined);

const entryOf = ({ check, right }: AnswerStep, store: ProgressStore): NewEntry => {
  const id = `check-${check}`;
  const given = { check: id, choice: 'a', right, course: '0', offset: 0 };
  return store.progress().checks.get(id)
    ? { k: 'review', ...given }
    : { k: 'answer', lesson: 'the-dispute', try: 1, lookUps: [], ...given };
};

class Computer {
  clock = 'right';
  /** The entries that its log must have. */
  readonly ids = new Set<string>();

  constructor(
    readonly data: string,
    readonly now: () => number,
    readonly newId: () => string,
  ) {}

  /** Opens the progress, and checks that nothing is lost. */
  open(): ProgressStore {
    const now = (): number => (CLOCKS[this.clock] as (now: number) => number)(this.now());
    const store = openProgressStore({
      folder: path.join(this.data, COURSE),
      now,
      newId: this.newId,
    });
    const found = new Set(store.history().map(({ id }) => id));
    const lost = [...this.ids].filter((id) => !found.has(id)).length;
    assert.equal(lost, 0, `${lost} of ${this.ids.size} entries are lost`);
    const faults = progressFaults(store, this.data);
    assert.ok(faults.length === 0, faults.join('; '));
    return store;
  }

  /** A second start finds nothing to heal. */
  checkAgain(): void {
    this.open();
    const log = this.#log();
    const store = this.open();
    const kinds = store.warnings().map(({ kind }) => kind);
    assert.ok(!kinds.includes('redated'), 'a log is healed twice');
    assert.equal(this.#log(), log, 'a start changes a log that is healed');
  }

  importFrom(other: Computer): void {
    if (other === this) return;
    const read = readExport(exportText(COURSE, other.open().history()), COURSE);
    assert.ok('entries' in read, `an export ${'rejected' in read ? read.rejected : ''}`);
    const store = this.open();
    const added = missingFrom(store.history(), read.entries);
    if (added.length > 0) store.adopt(added);
    for (const id of other.ids) this.ids.add(id);
    this.checkAgain();
  }

  async summarize(id: string): Promise<void> {
    const folder = path.join(this.data, COURSE);
    if (this.#log() !== '') await writeSnapshot(folder, readProgress(folder).snapshot, id);
  }

  #log(): string {
    try {
      return readFileSync(logOf(this.data), 'utf8');
    } catch {
      return '';
    }
  }
}
