import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { goneThrough, inFolder, inLines, isCrash, PROGRAM } from './program.mjs';
import { openTerminal } from './terminal.mjs';

/** More than this at any time, and something piles up. In megabytes. */
const MOST_MEMORY = 200;

/** Readers that are slow, that stop, and that go away: nothing piles up, nothing hangs, and the end is clean. */
export async function slow({ say, short }) {
  const faults = [];
  const cases = { trickle, standstill, headOfPipe, closedAtOnce };
  for (const [name, one] of Object.entries(cases)) {
    say(`slow, ${name}`);
    const fault = await inFolder((data) => one(data, short ? 0.3 : 1));
    if (fault) faults.push(`${name}: ${fault}`);
  }
  return { tried: Object.keys(cases).length, faults, told: 'readers that are slow or gone' };
}

function memoryOf(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return 0;
  }
}

/** A terminal at 300 bytes a second, over which somebody types all the while. */
async function trickle(data, share) {
  goneThrough(data);
  const terminal = openTerminal(['drill', '--data-dir', data]);
  let most = 0;
  for (let n = 0; n < 60 * share; n++) {
    terminal.pty.pause();
    terminal.write(['1\r', ' ', '\x1b[B'][n % 3]);
    await later(90);
    terminal.pty.resume();
    await later(10);
    most = Math.max(most, memoryOf(terminal.pty.pid));
  }
  return finish(terminal, most);
}

/** A terminal that is not read for some seconds, with keys held down. */
async function standstill(data, share) {
  goneThrough(data);
  const terminal = openTerminal(['drill', '--data-dir', data]);
  await later(400);
  terminal.pty.pause();
  let most = 0;
  for (let n = 0; n < 300 * share; n++) {
    terminal.write('\x1b[B\x1b[A');
    await later(10);
    most = Math.max(most, memoryOf(terminal.pty.pid));
  }
  terminal.pty.resume();
  return finish(terminal, most);
}

async function finish(terminal, most) {
  await later(200);
  terminal.write('\x03');
  const ended = await Promise.race([terminal.ended, later(8_000)]);
  if (!ended) {
    terminal.kill('SIGKILL');
    return 'it did not end';
  }
  if (most > MOST_MEMORY) return `took ${most.toFixed(0)} MB`;
  return terminal.output().lastIndexOf('\x1b[?1049h') > terminal.output().lastIndexOf('\x1b[?1049l')
    ? 'the screen was left'
    : undefined;
}

/** A reader that has seen enough. */
async function headOfPipe(data) {
  const { ended } = inLines(['--plain', 'learn', '1', '--data-dir', data], {
    input: '1\n'.repeat(1000),
    shell: (line) => `${line} | head -c 200 > /dev/null`,
  });
  const { err } = await ended;
  return isCrash(err) ? err.slice(0, 300) : undefined;
}

/** A reader that is gone before anything is written. */
async function closedAtOnce(data) {
  const child = spawn(process.execPath, [PROGRAM, '--plain', '--data-dir', data], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  child.stdin.on('error', () => {});
  child.stdin.end('1\n1\nq\n');
  const code = await Promise.race([
    new Promise((resolve) => child.on('close', resolve)),
    later(8_000, 'late'),
  ]);
  if (code === 'late') child.kill('SIGKILL');
  return code === 'late' ? 'it did not end' : isCrash(err) ? err.slice(0, 300) : undefined;
}
