import type { Exercise } from '../../core/progress/progress.js';
import { nameKey } from '../../core/room/person.js';
import { plainText } from '../../core/text/sanitize.js';
import { type Lock, lock } from '../../io/progress/lock.js';
import type { ProgressStore } from '../../io/progress/store.js';
import { UserError } from '../errors.js';

/** The store of one person's attempt at an exercise, in its own folder. */
export type ExerciseAttempt = ProgressStore & {
  readonly folder: string;
  readonly exercise: () => Exercise;
  /** Milliseconds since 1970. Changing the computer's clock does not affect it. */
  readonly now: () => number;
};

/** An attempt that no other window can open. */
export type LockedAttempt = ExerciseAttempt & { readonly lock: Lock };

/**
 * The attempt with that name; without name and id, the unfinished one, or else the one handed in last. Undefined if this
 * is somebody new.
 */
export function foundAttempt(
  attempts: readonly ExerciseAttempt[],
  name: string | undefined,
  id: string | undefined,
): LockedAttempt | undefined {
  if (name !== undefined) return namedAttempt(attempts, name);
  return id === undefined ? unnamedAttempt(attempts) : undefined;
}

/**
 * Without --name: the only unlocked attempt without a name that is not handed in. If no attempt is unfinished, the latest
 * one without a name that was handed in. If all unfinished attempts are locked, undefined: this is another person. Throws a
 * UserError if several attempts are possible, or only named ones.
 */
function unnamedAttempt(attempts: readonly ExerciseAttempt[]): LockedAttempt | undefined {
  const unfinished = attempts.filter(isUnfinished);
  const free = unfinished.flatMap(locked);
  const [first, ...more] = free.filter(isUnnamed);
  if (first && more.length === 0) {
    for (const other of free.filter((attempt) => attempt !== first)) other.lock.release();
    return first;
  }
  for (const attempt of free) attempt.lock.release();
  if (free.length > 0) throw new UserError(begunText(free));
  const done = attempts.filter((attempt) => isUnnamed(attempt) && !unfinished.includes(attempt));
  const times = done.map(({ exercise }) => exercise().handedIn ?? 0);
  const last = done[times.indexOf(Math.max(...times))];
  return unfinished.length === 0 && last ? locked(last)[0] : undefined;
}

/** Somebody with a name who has not begun comes back under that name. */
function isUnfinished({ exercise }: ExerciseAttempt): boolean {
  const { began, handedIn, person } = exercise();
  return handedIn === undefined && (began !== undefined || !person.named);
}

const isUnnamed = ({ exercise }: ExerciseAttempt): boolean => !exercise().person.named;

function begunText(attempts: readonly ExerciseAttempt[]): string {
  const names = attempts.map(({ exercise }) => plainText(exercise().person.name));
  return `somebody has begun this exercise here and not handed it in (${names.join(', ')}): to continue, add --name with that name; if you are somebody else, add --name with your own`;
}

/** Empty if another window has the lock. */
function locked(attempt: ExerciseAttempt): LockedAttempt[] {
  const attemptLock = lock(attempt.folder);
  return attemptLock ? [{ ...attempt, lock: attemptLock }] : [];
}

function namedAttempt(
  attempts: readonly ExerciseAttempt[],
  name: string,
): LockedAttempt | undefined {
  const own = attempts.find(({ exercise }) => nameKey(exercise().person.name) === nameKey(name));
  if (!own) return undefined;
  const [free] = locked(own);
  if (!free)
    throw new UserError(
      `${name} has this exercise open in another window: continue there. If you are somebody else, use another name`,
    );
  return free;
}
