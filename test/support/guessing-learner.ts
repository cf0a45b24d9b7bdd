import fc from 'fast-check';
import type { Answer, LogEntry } from '../../src/core/log/entry.js';
import { lineOf } from '../../src/core/log/line.js';
import { parseLog } from '../../src/core/log/parse.js';
import type { Progress } from '../../src/core/progress/progress.js';
import { progressFrom, storedProgress } from '../../src/core/progress/snapshot.js';
import { exerciseHash } from '../../src/core/room/exercise.js';
import type { Feedback } from '../../src/core/room/room.js';
import { highlightOf, type Scene, scene } from '../../src/core/scene/scene.js';
import type { SessionStore } from '../../src/core/session/session-store.js';
import type { MenuEntry } from '../../src/core/state/menu-entry.js';
import type { Hands, KeyName, SceneOf } from './hands.js';
import { course, lessons } from './kinds-course.js';
import { sessionInMemory } from './session-in-memory.js';

/** What a learner does in the course of all kinds. Numbers decide about each page. */
export type GuessPlan = {
  /** Decides the order of the choices. */
  readonly seed: string;
  /** When verdicts come, in the exercise of a room. Undefined outside rooms. */
  readonly feedback: Feedback | undefined;
  readonly asksForCertainty: boolean;
  readonly rolls: readonly number[];
};

export const guessPlan: fc.Arbitrary<GuessPlan> = fc.noBias(
  fc.record({
    seed: fc.string({ minLength: 1, maxLength: 5 }),
    feedback: fc.constantFrom(undefined, 'now' as const, 'later' as const),
    asksForCertainty: fc.boolean(),
    rolls: fc.array(fc.nat(1e6), { minLength: 40, maxLength: 80, size: 'max' }),
  }),
);

/** The code of the room, which is the seed of its exercise. */
export const CODE = 'TUESDAY';

/** What the learner pressed for a check. */
export type Pressed = { readonly check: string; readonly choice: string };

/** The first entries of a log: of a room's exercise, or of the learner's own progress. */
function beginning({ feedback, asksForCertainty }: GuessPlan): LogEntry[] {
  const person = { id: '0Q5TR4J44J6E', name: 'Ada', named: true };
  const ids = lessons.map(({ id }) => id);
  const room = feedback && { code: CODE, lessons: ids, minutes: 0, feedback };
  const exercise = exerciseHash(lessons);
  return [
    ...(room ? [{ k: 'join', id: 'j', t: 1, room, person, exercise } as const] : []),
    ...(asksForCertainty
      ? [{ k: 'set', id: 'c', t: 2, key: 'certainty', value: 'on' } as const]
      : []),
  ];
}

/** Throws an error that says what was expected. */
export function expectSame(what: string, is: unknown, should: unknown): void {
  const [found, expected] = [JSON.stringify(is), JSON.stringify(should)];
  if (found !== expected) throw new Error(`${what}: ${found}, should be ${expected}`);
}

/**
 * A learner who guesses on every page, leaves, asks for answers, and whose program is killed now and then. Throws as soon
 * as the program stores another choice than the one that was shown at the key they pressed.
 */
export class GuessingLearner {
  readonly pressed: Pressed[] = [];
  #store: SessionStore;
  #log: readonly LogEntry[];
  readonly #plan: GuessPlan;
  readonly #hands: Hands;
  /** The heading of each statement of the board on screen, by the row's id. */
  readonly #placed = new Map<string, string>();

  constructor(plan: GuessPlan, hands: Hands) {
    this.#plan = plan;
    this.#hands = hands;
    const session = this.#begin(beginning(plan));
    this.#store = session.store;
    this.#log = session.log;
  }

  get log(): readonly LogEntry[] {
    return this.#log;
  }

  get progress(): Progress {
    return this.#store.state().progress;
  }

  get answers(): Answer[] {
    return this.#log.filter((entry) => entry.k === 'answer');
  }

  /** Takes all steps of the plan. */
  play(): this {
    for (const roll of this.#plan.rolls) this.#take(roll);
    return this;
  }

  #begin(log: readonly LogEntry[], progress?: Progress) {
    const { seed, feedback } = this.#plan;
    const begun = log.findLast((entry) => entry.k === 'start');
    const isInLesson = begun?.k === 'start' && feedback === undefined;
    return sessionInMemory(course, {
      log,
      progress,
      seed: () => seed,
      ...(isInLesson && { opening: { does: 'open', lesson: begun.lesson } }),
    });
  }

  #press(...keys: readonly KeyName[]): void {
    for (const key of keys) {
      const action = this.#hands.actionFor(key, this.#store.state());
      if (action) this.#store.dispatch(action);
    }
  }

  get #now(): Scene {
    return scene(this.#store.state());
  }

  /** The program is killed, and reads what is on disk: all of the log, or the snapshot. */
  #kill(readsSnapshot: boolean): void {
    const { entries, damaged } = parseLog(this.#log.map(lineOf).join('\n'));
    expectSame('damaged lines', damaged, 0);
    const snapshot = progressFrom(JSON.parse(JSON.stringify(storedProgress(this.progress))));
    const session = this.#begin(entries, readsSnapshot ? snapshot : undefined);
    this.#store = session.store;
    this.#log = session.log;
    this.#placed.clear();
  }

  #take(roll: number): void {
    const now = this.#now;
    if (roll % 13 === 0) this.#kill(roll % 2 === 0);
    else if (roll % 17 === 0) this.#press(roll % 2 === 0 ? 'left' : 'escape');
    else if ('menu' in now) this.#choose(now.menu, roll);
    else if (now.kind === 'check') this.#answer(now, roll);
    else if (now.kind === 'board') this.#sort(now, roll);
    else this.#press(now.kind === 'second-look' && roll % 3 === 0 ? 's' : 'enter');
  }

  /** Opens an entry that leads to questions; seldom hands the exercise in. */
  #choose(menu: readonly MenuEntry[], roll: number): void {
    const ids = [
      'begin',
      'resume',
      'hand-in-open',
      'see-answers',
      'next',
      'retry',
      'again',
      'continue',
      'lessons',
    ];
    const entries = menu.filter(({ id }) => ids.includes(id) || id.startsWith('lesson:'));
    const handIn = menu.find(({ id }) => id === 'hand-in');
    const entry = roll % 7 === 0 && handIn ? handIn : entries[roll % entries.length];
    const at = entry ? menu.indexOf(entry) : 0;
    this.#press('home', ...times(at, 'down'), 'enter');
  }

  #answer(now: SceneOf<'check'>, roll: number): void {
    const of = now.choices.length;
    const at = roll % of;
    const choice = this.#hands.choiceAt(at, now, this.#store.state());
    const isTried = choice === now.missed?.id;
    this.#stores(isTried ? [] : [{ check: now.step.id, choice }], () => {
      // After a tried choice, the highlight stays there.
      const isFresh = this.#store.state().highlight < 0;
      this.#press(...(isFresh ? highlighting(at, of, roll) : [digit(at)]), 'enter');
      if (this.#now.kind === 'certainty') this.#press('c');
    });
  }

  #sort(now: SceneOf<'board'>, roll: number): void {
    if (now.again && roll % 11 === 0) {
      this.#placed.clear();
      this.#press('s');
    } else if (roll % 2 === 0) this.#handIn(now);
    else this.#put(now, roll);
  }

  /** Moves some rows down and puts the highlighted statement under a heading. */
  #put({ step }: SceneOf<'board'>, roll: number): void {
    this.#press(...times(Math.floor(roll / 16) % 3, 'down'));
    const state = this.#store.state();
    const now = this.#now as SceneOf<'board'>;
    const row = now.rows[highlightOf(state, now)];
    const at = Math.floor(roll / 64) % step.headings.length;
    const heading = this.#hands.headingAt(at, now, state);
    if (row && !row.isFixed && heading !== row.missed) this.#placed.set(row.check.id, heading);
    this.#stores([], () => this.#press(digit(at)));
  }

  /** Presses Enter, which hands in only a board without empty rows. */
  #handIn({ rows }: SceneOf<'board'>): void {
    const open = rows.filter(({ isFixed }) => !isFixed);
    const given = open.flatMap(({ check }) => {
      const choice = this.#placed.get(check.id);
      return choice === undefined ? [] : [{ check: check.id, choice }];
    });
    const isWhole = given.length === open.length;
    this.#stores(isWhole ? given : [], () => this.#press('enter'));
    if (isWhole) this.#placed.clear();
  }

  /** Does something, which must store these choices and no others. */
  #stores(given: readonly Pressed[], act: () => void): void {
    const before = this.answers.length;
    act();
    const stored = this.answers.slice(before).map(({ check, choice }) => ({ check, choice }));
    expectSame('stored', stored, given);
    this.pressed.push(...given);
  }
}

const digit = (at: number): KeyName => `${at + 1}` as KeyName;

const times = (count: number, key: KeyName): KeyName[] => Array.from({ length: count }, () => key);

/** The keys that highlight a choice where nothing is highlighted: its digit, or arrows down or up. */
function highlighting(at: number, of: number, roll: number): KeyName[] {
  const ways = [[digit(at)], times(at + 1, 'down'), times(of - at, 'up')];
  return ways[Math.floor(roll / 4) % ways.length] ?? [];
}
