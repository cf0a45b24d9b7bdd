import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { NotPossible } from '../cases.js';

/** Throws `NotPossible` on a system that does not show what its processes do; Linux does. */
export function needProcessState(): void {
  if (!existsSync('/proc/self/stat')) throw new NotPossible('nothing shows what a process does');
}

/** A process's resident memory, in megabytes. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

/** In megabytes. Node may take this much more while it gets going. */
export const MOST_GROWTH = 60;

const LOOKS = 6;

/**
 * Whether a process waits for something other than work: it sleeps at each of several looks, and has used no processor
 * time between them, though it was given work before each.
 */
export async function isBlocked(pid: number, giveWork: () => void): Promise<boolean> {
  const first = stateOf(pid);
  for (let n = 0; n < LOOKS; n++) {
    giveWork();
    await later(40);
    const now = stateOf(pid);
    if (now.letter !== 'S' || now.ticks !== first.ticks) return false;
  }
  return true;
}

/** The fields after the name, which is in brackets and may hold anything: the state, and the times of user and system. */
function stateOf(pid: number): { letter: string | undefined; ticks: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { letter: fields[0], ticks: Number(fields[11]) + Number(fields[12]) };
}
