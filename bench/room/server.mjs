import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fromRoot } from '../../scripts/paths.mjs';

/** The server has one core for itself, the load the other. */
const SERVER_CORE = 0;
const LOAD_CORE = 1;

const startedOn = (core, command) => {
  const [file, ...args] =
    availableParallelism() > 1 ? ['taskset', '-c', String(core), ...command] : command;
  return spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
};

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Asks for the address and for that of the facilitator's remote control, which ends with the host's token. */
function placeOf(server) {
  server.stdin.write('address\n');
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (part) => {
      text += part;
      const [, url, door] = /(http:\/\/127\.0\.0\.1:\d+)\/(\w+)/.exec(text) ?? [];
      const [, host] = /#t=([0-9a-f]{32})\b/.exec(text) ?? [];
      if (door && host) resolve({ url, door, host });
    });
    server.once('exit', () => reject(new Error(`the server has ended: ${text}`)));
  });
}

/** The fields of the kernel count in hundredths of a second. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The most memory that the process had, in megabytes. */
const memoryOf = (pid) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

async function figuresOf(task) {
  const child = startedOn(LOAD_CORE, [
    process.execPath,
    fromRoot(path.join('bench', 'room', 'crowd.mjs')),
    JSON.stringify(task),
  ]);
  let text = '';
  child.stdout.on('data', (part) => {
    text += part;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the crowd has ended with code ${code}`);
  return JSON.parse(text);
}

/** Starts a server, sends it a crowd and kills it. @returns the crowd's figures, seconds of processor time, megabytes */
export async function measureServer(command, task) {
  const server = startedOn(SERVER_CORE, command);
  try {
    const place = await placeOf(server);
    const before = cpuOf(server.pid);
    const figures = await figuresOf({ ...task, ...place });
    return { ...figures, cpu: cpuOf(server.pid) - before, memory: memoryOf(server.pid) };
  } finally {
    server.kill('SIGKILL');
  }
}
