import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolders } from '../support/temporary-folder.js';
import { testNode } from '../support/terminal.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Another port for each process, since tests run at the same time. */
const ANY_PORT = '--inspect-port=0';

describe.skipIf(process.platform === 'win32')("Node's debugger", () => {
  const newFolder = temporaryFolders();
  let folder = '';
  beforeEach(() => {
    folder = newFolder();
    // Other tests may be writing compiled code now.
    const filter = (file: string): boolean => !file.endsWith('.compiled');
    for (const name of ['bin', 'dist'])
      cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true, filter });
  });

  /** Sends SIGUSR1 when the process has printed something, then its input. @returns what it printed on stderr */
  async function stderrAfterSignal(args: readonly string[], input: string): Promise<string> {
    const child = spawn(testNode(), [ANY_PORT, ...args], { cwd: folder });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    await once(child.stdout, 'data');
    child.kill('SIGUSR1');
    child.stdout.resume();
    child.stdin.end(input);
    await once(child, 'close');
    return said;
  }

  test('opens a port on SIGUSR1, unless a program ignores the signal', async () => {
    const until =
      "console.log('ready'); setInterval(() => require('inspector').url() && process.exit(), 5);";
    expect(await stderrAfterSignal(['-e', until], '')).toContain('Debugger listening');
  });

  test.each(['bin/on-the-record.js', 'dist/cli.js'])('stays closed for %s', async (program) => {
    const args = [program, '--plain', 'drill', '--data-dir', path.join(folder, 'data')];
    expect(await stderrAfterSignal(args, `${'1\n\n'.repeat(50)}q\n`)).toBe('');
  });

  test('stays closed before anything else is loaded', () => {
    const counts = "console.log(process.listenerCount('SIGUSR1'))";
    mkdirSync(path.join(folder, 'bin'), { recursive: true });
    writeFileSync(path.join(folder, 'bin', 'start.js'), counts);
    const { stdout } = spawnSync(testNode(), [path.join(folder, 'bin', 'on-the-record.js')]);
    expect(String(stdout)).toBe('1\n');
  });
});
