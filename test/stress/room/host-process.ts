import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type PlainProgram, startPlain } from '../plain-program.js';

export type HostStart = {
  /** For the room's folder and the program's data. */
  readonly folder: string;
  readonly lesson: string;
  readonly port: number;
};

/** A host without a terminal, which takes typed commands. */
export type HostProcess = {
  readonly port: number;
  /** The end of the room's address. */
  readonly door: string;
  /** Types a command. */
  readonly say: (command: string) => void;
  readonly said: () => string;
  readonly isRunning: () => boolean;
  /** The most memory that it had, in megabytes; undefined where the system does not say. */
  readonly memory: () => number | undefined;
  /** With kill -9. */
  readonly kill: () => Promise<void>;
};

/** The folder of the room. */
export const roomFolder = (folder: string): string => path.join(folder, 'room');

/** Resolves once the room can be reached. Rejects if the program ends before. */
export async function startHost({ folder, lesson, port }: HostStart): Promise<HostProcess> {
  const program = startPlain(
    [
      ...['workshop', 'room', '--plain', '--lesson', lesson, '--port', String(port)],
      ...['--dir', roomFolder(folder), '--data-dir', path.join(folder, 'data')],
    ],
    { isInputOpen: true },
  );
  const [, shownPort, door = ''] = await shownAddress(program);
  const { child, said } = program;
  return {
    port: Number(shownPort),
    door,
    say: (command) => child.stdin.write(`${command}\n`),
    said: () => said.out + said.err,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    memory: () => memoryOf(child.pid),
    kill: async () => {
      child.kill('SIGKILL');
      await program.ended;
    },
  };
}

const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\/(\w+)/;

function shownAddress({ child, said, ended }: PlainProgram): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const shown = ADDRESS.exec(said.out);
      if (shown) resolve(shown);
    };
    child.stdout.on('data', look);
    void ended.then(({ code, err }) =>
      reject(new Error(`the host ended with code ${code}: ${err.slice(0, 300)}`)),
    );
  });
}

function memoryOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const most = /VmHWM:\s+(\d+)/.exec(status)?.[1];
    return most === undefined ? undefined : Number(most) / 1024;
  } catch {
    return undefined;
  }
}
