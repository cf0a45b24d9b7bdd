import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { isCrash, PROGRAM } from './program.mjs';
import { LONGEST } from './unread.mjs';

/** Writes down the program's own exit code: a pipe has that of its last part. */
const HEAD = '{ "$@"; echo $? > "$0"; } | head -c 200 > /dev/null';

/** A reader that has seen enough. */
async function headOfPipe(folder) {
  const code = path.join(folder, 'code');
  const program = [process.execPath, PROGRAM, '--plain', 'learn', '1', '--data-dir', folder];
  const end = await endOf(spawn('sh', ['-c', HEAD, code, ...program]), '1\n'.repeat(1000));
  return { fault: end ? endFault(readFileSync(code, 'utf8').trim(), end.err) : 'it did not end' };
}

/** A reader that is gone before anything is written. */
async function closedAtOnce(folder) {
  const child = spawn(process.execPath, [PROGRAM, '--plain', '--data-dir', folder]);
  child.stdout.destroy();
  const end = await endOf(child, '1\n1\n');
  return { fault: end ? endFault(String(end.code), end.err) : 'it did not end' };
}

const endFault = (code, err) =>
  code !== '0' || isCrash(err) ? `ended with ${code}: ${err.slice(0, 300)}` : undefined;

/** The input stays open: that nobody reads is the end. @returns nothing where it hangs */
async function endOf(child, input) {
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  child.stdin.on('error', () => {}); // it may be gone before it has read all
  child.stdin.write(input);
  const ended = new Promise((resolve) => child.on('close', (code) => resolve({ code, err })));
  const end = await Promise.race([ended, later(LONGEST)]);
  if (!end) child.kill('SIGKILL');
  return end;
}

export const pipes = { 'a pipe to head': headOfPipe, 'a pipe closed at once': closedAtOnce };
