import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/** Tells other programs that this one is at work in a folder: on this machine, or on another that shares the folder. */
export type Lock = {
  /**
   * To be called every few seconds: a mark that is older was left by a program that is no more.
   * @returns whether the mark is still this program's: one that was stopped for long may have lost it
   */
  readonly renew: () => boolean;
  readonly release: () => void;
};

const MARK = 'in-use';

/** A mark that was not renewed for so long is old. In milliseconds. */
const OLD = 20_000;

/** How often a mark is renewed at most. In milliseconds. */
const RENEWED_EACH = 5_000;

/** @returns nothing when another program is at work there. What cannot be marked is taken as free. */
export function lock(folder: string): Lock | undefined {
  const file = path.join(folder, MARK);
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
      if (performance.now() - renewed < RENEWED_EACH) return true;
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

/** One that was killed on this machine is known to be gone at once. */
function isHeld(file: string): boolean {
  try {
    const [pid, host] = readFileSync(file, 'utf8').split(' ');
    if (Date.now() - statSync(file).mtimeMs > OLD) return false;
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
    // The mark is a courtesy: without it two windows may go on with one attempt.
  }
}
