import { spawnSync } from 'node:child_process';

/** Makes a program print its peak memory in kilobytes when it ends. */
const PRINT_MEMORY =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\nmemory '+process.resourceUsage().maxRSS))";

/**
 * Runs a Node program without a terminal.
 * @returns its exit code, what it printed, its time in milliseconds and its peak memory in MB
 */
export function runToEnd(args) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', PRINT_MEMORY, ...args],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const ms = performance.now() - start;
  return { status, stdout, stderr, ms, mb: Number(/^memory (\d+)$/m.exec(stderr)?.[1]) / 1024 };
}
