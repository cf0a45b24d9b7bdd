import { hostname, uptime } from 'node:os';
import { hashHex } from '../../core/hash.js';
import type { ComputerTime } from '../../core/progress/exercise-clock.js';
import { readFile } from '../files/open-file.js';

export function computerTime(): ComputerTime {
  const since = sinceStart();
  return {
    clock: Date.now(),
    ...(since !== undefined && { uptime: since }),
    bootId: bootId(),
  };
}

/**
 * Milliseconds since the computer was started, also while it slept: `performance.now()` stops then. Setting the clock does
 * not change it. Undefined if the system does not say.
 */
export function sinceStart(): number | undefined {
  try {
    return Math.floor(uptime() * 1000);
  } catch {
    return undefined;
  }
}

/**
 * Names this computer, and on Linux also its start. Elsewhere the time since the start shows whether the computer was
 * started again.
 */
const bootId = (): string => hashHex(`${linuxBoot()} ${hostname()}`);

function linuxBoot(): string {
  try {
    return readFile('/proc/sys/kernel/random/boot_id').toString();
  } catch {
    return '';
  }
}
