import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '../../src/commands/progress/open-progress.js';
import { openAttempt } from '../../src/commands/workshop/exercise-attempt.js';
import type { LockedAttempt } from '../../src/commands/workshop/find-attempt.js';
import { resultWriter } from '../../src/commands/workshop/result-writer.js';
import type { LogEntry } from '../../src/core/log/entry.js';
import { exerciseStatus, firstChoices } from '../../src/core/progress/exercise.js';
import { handInOf, shownHandIn } from '../../src/core/room/hand-in-code.js';
import type { Room } from '../../src/core/room/room.js';
import { makeRoomCode, readRoomCode, shownCode } from '../../src/core/room/room-code.js';
import { scene } from '../../src/core/scene/scene.js';
import { createSessionStore, type SessionStore } from '../../src/core/session/session-store.js';
import { type Opening, start } from '../../src/core/session/start.js';
import { openProgressStore, type ProgressStore } from '../../src/io/progress/store.js';
import { goThrough, oneStep, openRoomCourse, type Picks, ROOM_COURSE } from './room-course.js';

/**
 * Wrote test/fixtures/v0.2.0, whose README.md says what is in it:
 * `node scripts/run-typescript.mjs test/support/write-v0.2.0.ts FOLDER`, with the program built.
 * It drives the session with the actions of keys, and saves with the program's own stores.
 */
const [folder = ''] = process.argv.slice(2);
const at = (...names: readonly string[]): string => path.join(path.resolve(folder), ...names);
const root = process.cwd();

/** The first answers that are right, and those that are not. */
const RIGHT: Picks = {
  'who-lock': 'gardener',
  'which-words': 'unnamed',
  'row-lock': 'threatened',
  'row-key': 'demanded',
  'row-pay': 'refused',
  'row-changed': 'done',
  'which-sentence': 'denial',
  'row-denied': 'of-clerk',
  'row-offered': 'of-teacher',
  'row-silent': 'of-clerk',
};
const LEARNER: Picks = {
  ...RIGHT,
  'who-lock': 'teacher',
  'which-words': 'already',
  'row-lock': 'done',
};

cpSync(ROOM_COURSE, at('course'), { recursive: true });
await learner();
await halfDoneExercise();
await room();

/** Sets this computer's clock, from which it goes on. */
function clockAt(moment: string): void {
  const begin = performance.now();
  Date.now = () => Date.parse(moment) + Math.round(performance.now() - begin);
}

/** A learner with a second look, an answer that they asked to see, a board, a review and a board left half-way. */
async function learner(): Promise<void> {
  const place = at('store', openRoomCourse.index.id);
  const open = () => openProgressStore({ folder: place, now: Date.now, newId });
  clockAt('2026-11-24T16:00:00Z');
  let store = open();
  const first = sessionOn(store, { does: 'open', lesson: 'the-wall' });
  const again: Picks = { ...LEARNER, 'who-lock': 'gardener', 'row-lock': 'threatened' };
  toStep(first, 'who-lock', LEARNER);
  oneStep({ store: first }, LEARNER);
  first.dispatch({ type: 'enter' });
  toStep(first, 'which-words', again);
  oneStep({ store: first }, LEARNER);
  first.dispatch({ type: 'show-answer' });
  toStep(first, 'which-step', again);
  oneStep({ store: first }, LEARNER);
  oneStep({ store: first }, again);
  while (scene(first.state()).kind !== 'summary') oneStep({ store: first }, again);
  await store.close();

  clockAt('2026-11-25T16:00:00Z');
  store = open();
  const review = sessionOn(store, { does: 'review' });
  while (scene(review.state()).kind !== 'quiz-end') {
    const now = scene(review.state());
    oneStep(
      { store: review },
      'step' in now && now.step.kind === 'check' ? { [now.step.id]: now.step.key } : {},
    );
  }
  const second = sessionOn(store, { does: 'open', lesson: 'the-answer' });
  toStep(second, 'who-speaks', RIGHT);
  second.dispatch({ type: 'put', at: 1 });
  second.dispatch({ type: 'quit' });
  await store.close();
  run('progress', 'export', 'export.json', '--data-dir', 'store', '--course', 'course');
}

/** Finn answered two questions, and put two statements of four under a heading. */
async function halfDoneExercise(): Promise<void> {
  clockAt('2026-11-26T09:00:00Z');
  const of = roomOf({ lessons: ['the-wall'], minutes: 0, feedback: 'now' }, 20);
  mkdirSync(at('exercise'), { recursive: true });
  writeFileSync(at('exercise', 'room-code.txt'), `${shownCode(of.code)}\n`);
  const attempt = joined(of, 'Finn', at('exercise', 'data'));
  const session = sessionOn(attempt);
  session.dispatch({ type: 'enter' });
  toStep(session, 'which-step', LEARNER);
  session.dispatch({ type: 'put', at: 0 });
  session.dispatch({ type: 'put', at: 2 });
  session.dispatch({ type: 'quit' });
  await leave(attempt);
}

/** Ada handed in everything, Ben left after the first lesson, and of Cleo there is only the code. */
async function room(): Promise<void> {
  clockAt('2026-11-26T10:00:00Z');
  const of = roomOf({ lessons: ['the-wall', 'the-answer'], minutes: 20, feedback: 'later' }, 21);
  mkdirSync(at('results', 'handed-in'), { recursive: true });
  writeFileSync(at('results', 'room-code.txt'), `${shownCode(of.code)}\n`);
  const data = mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
  process.chdir(at('results', 'handed-in'));
  await takesPart(of, 'Ada', data, (session) => {
    goThrough({ store: session }, { ...RIGHT, 'row-silent': 'of-teacher' });
    session.dispatch({ type: 'enter' });
  });
  await takesPart(of, 'Ben', data, (session) => {
    session.dispatch({ type: 'enter' });
    toStep(session, 'which-sentence', LEARNER);
    session.dispatch({ type: 'quit' });
  });
  process.chdir(data);
  const code = await takesPart(of, 'Cleo', data, (session) => {
    goThrough({ store: session }, { ...LEARNER, 'which-sentence': 'silence' });
    session.dispatch({ type: 'enter' });
  });
  process.chdir(root);
  writeFileSync(at('results', 'handed-in', 'codes.txt'), `Cleo: ${code}\n`);
  rmSync(data, { recursive: true });
}

/** @returns the hand-in code */
async function takesPart(
  of: Room,
  name: string,
  data: string,
  play: (session: SessionStore) => void,
): Promise<string> {
  const attempt = joined(of, name, data);
  const writer = resultWriter(openRoomCourse, attempt);
  play(sessionOn(attempt, undefined, writer.add));
  const chosen = firstChoices(attempt.progress());
  const exercise = attempt.exercise();
  const code = shownHandIn(
    handInOf(
      openRoomCourse,
      { ...exercise, status: exerciseStatus(exercise, attempt.now()) },
      chosen,
    ),
  );
  await leave(attempt);
  return code;
}

function roomOf(rules: Omit<Room, 'code'>, seed: number): Room {
  const made = readRoomCode(openRoomCourse, makeRoomCode(openRoomCourse, rules, seed), 0);
  if ('rejected' in made) throw new Error(made.rejected);
  return made;
}

function joined(of: Room, name: string, dataDir: string): LockedAttempt {
  const { stdin, stdout, stderr } = process;
  const environment = {
    stdin,
    stdout,
    stderr,
    env: {},
    platform: 'linux',
    courses: '',
    fault: new Promise<never>(() => {}),
  };
  return openAttempt(openRoomCourse, of, { name, hasTime: false }, { dataDir }, environment);
}

async function leave(attempt: LockedAttempt): Promise<void> {
  await attempt.close();
  attempt.lock.release();
}

/** A session that saves into the store, as on screen. */
function sessionOn(
  store: ProgressStore & { readonly now?: () => number },
  opening?: Opening,
  saved: (entries: readonly LogEntry[]) => void = () => {},
): SessionStore {
  const context = {
    ...openRoomCourse,
    seed: () => 'fixture',
    now: store.now ?? Date.now,
    offset: () => 0,
    history: store.history,
  };
  return createSessionStore(start(openRoomCourse.index, store.progress(), context, opening), {
    context,
    persist: (events) => {
      saved(store.append(events));
      return store.progress();
    },
    news: () => ({}),
  });
}

/** Goes to the step with this id, with these choices on the way. */
function toStep(session: SessionStore, step: string, picks: Picks): void {
  for (let i = 0; i < 20; i++) {
    const now = scene(session.state());
    if ('step' in now && now.step.id === step) return;
    oneStep({ store: session }, picks);
  }
  throw new Error(`no step ${step}`);
}

/** Runs the built program in the folder of the fixtures, at the time of the clock. */
function run(...words: readonly string[]): void {
  const hook = `const shift = ${Date.now()} - Date.now(), now = Date.now; Date.now = () => now() + shift;`;
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(hook)}`,
      path.join(root, 'dist/cli.js'),
      ...words,
    ],
    { cwd: at(), encoding: 'utf8', env: { PATH: process.env.PATH, HOME: at(), TZ: 'UTC' } },
  );
  if (status !== 0) throw new Error(stderr);
}
