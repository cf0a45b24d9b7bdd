import path from 'node:path';
import { faults } from './cli/faults.js';
import { exitCodeAfter, runCommand } from './cli/run-command.js';
import type { Environment } from './commands/environment.js';
import { OK } from './commands/exit-codes.js';
import { firstOf } from './core/first-of.js';

/** The only place that ends the program with an error. */
async function main(): Promise<void> {
  const at = environment();
  const code = await runCommand(process.argv.slice(2), at);
  const written = allWritten(process.stdout);
  // One error is enough: after a failure, a fault of the output is not printed.
  process.exitCode = code === OK ? await exitCodeAfter(firstOf([written, at.fault]), at) : code;
  await written;
  if (stderr) await allWritten(stderr);
  // An open stdin must not keep the process alive.
  process.exit();
}

/** Resolves when the stream is empty, also after an error: `fault` rejects with that. */
const allWritten = (stream: NodeJS.WriteStream): Promise<number> =>
  new Promise((resolve) => stream.write('', () => setImmediate(resolve, OK)));

/** Set once something is written to it. */
let stderr: NodeJS.WriteStream | undefined;

/** Node opens each stream on first use, which takes milliseconds, and most commands need only stdout. */
const environment = (): Environment => ({
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return process.stdout;
  },
  get stderr() {
    stderr = process.stderr;
    return stderr;
  },
  env: process.env,
  platform: process.platform,
  courses: path.join(import.meta.dirname, 'courses'),
  fault: faults(),
});

void main();
