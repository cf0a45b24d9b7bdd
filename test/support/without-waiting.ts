import { Worker } from 'node:worker_threads';
import { expect } from 'vitest';

/** How long something may wait before it is helped, in milliseconds: far longer than any work takes. */
const LONG = 30_000;

/** If a pipe is opened at both ends, nothing waits for it any longer. */
const HELP = `
const { closeSync, constants, openSync } = require('node:fs');
const { workerData } = require('node:worker_threads');
const help = () => {
  workerData.helped[0] = 1;
  closeSync(openSync(workerData.pipe, constants.O_RDWR | constants.O_NONBLOCK));
};
setTimeout(() => setInterval(help, 100), ${LONG});
`;

/**
 * Does the work, and fails if it waited for the pipe. Whatever waits in the process of the tests stops their thread, and
 * no time limit of a test can end that, so another thread does.
 */
export async function withoutWaiting<T>(pipe: string, work: () => T | Promise<T>): Promise<T> {
  const helped = new Int32Array(new SharedArrayBuffer(4));
  const helper = new Worker(HELP, { eval: true, workerData: { pipe, helped } });
  try {
    return await work();
  } finally {
    await helper.terminate();
    expect(helped[0], `waited for ${pipe}`).toBe(0);
  }
}
