import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/** Shows other programs that this one uses a folder, on this computer or on another that shares the folder. */
export type Lock = {
  /**
   * Call this every few seconds: a lock that is not renewed expires.
   * @returns whether this program still has the lock; a program that was paused may have lost it
   */
  readonly renew: () => boolean;
  readonly release: () => void;
};

const LOCK_NAME = 'in-use';

/** Age at which a lock expires, in milliseconds. */
const EXPIRES_AFTER = 20_000;

/** Shortest time between two renewals, in milliseconds. */
const RENEW_EVERY = 5_000;

/** @returns undefined if another program uses the folder. A folder where no lock can be written counts as free. */
export function lock(folder: string): Lock | undefined {
  const file = path.join(folder, LOCK_NAME);
  if (isHeld(file)) return undefined;
  rmSync(file, { force: true });
  const own = `${process.pid} ${hostname()}`;
  try {
    writeFileSync(file, own, { flag: 'wx', mode: 0o600 });
  } catch {
    return isHeld(file) ? undefined : { renew: () => true, release: () => {} };
  }
  const isOwn = (): boolean => textOf(file) === own;
  let renewed = performance.now();
  return {
    renew: () => {
      if (performance.now() - renewed < RENEW_EVERY) return true;
      renewed = performance.now();
      if (!isOwn()) return false;
      quietly(() => utimesSync(file, new Date(), new Date()));
      return true;
    },
    release: () => {
      if (isOwn()) quietly(() => rmSync(file, { force: true }));
    },
  };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A lock of a program that was killed on this computer counts as free at once. */
function isHeld(file: string): boolean {
  try {
    const [pid, host] = readFileSync(file, 'utf8').split(' ');
    if (Date.now() - statSync(file).mtimeMs > EXPIRES_AFTER) return false;
    return host !== hostname() || (Number(pid) !== process.pid && isAlive(Number(pid)));
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Without a lock, two windows may continue one attempt. That is not a reason to stop.
  }
}
