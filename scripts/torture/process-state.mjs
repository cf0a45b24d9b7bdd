import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';

/** Linux tells of each process here; elsewhere what is asked of this file is not tried. */
export const tellsOfProcesses = existsSync('/proc/self/stat');

/** Megabytes in memory. */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)[1]) / 1024;
}

const LOOKS = 6;

/**
 * Whether a process does nothing though there is something to do for it: asleep at each look, and not a tick of time
 * taken between the first and the last.
 */
export async function isStill(pid, giveIt) {
  const first = stateOf(pid);
  for (let n = 0; n < LOOKS; n++) {
    giveIt();
    await later(40);
    const now = stateOf(pid);
    if (now.letter !== 'S' || now.ticks !== first.ticks) return false;
  }
  return true;
}

/** Behind the name, which may hold anything: the state, and eleven fields on the time taken, own and the system's. */
function stateOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return { letter: fields[0], ticks: Number(fields[11]) + Number(fields[12]) };
}
