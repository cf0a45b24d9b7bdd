import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../src/cli/run-command.js';
import type { Environment } from '../../src/commands/environment.js';
import { capturedOutput } from './plain-session.js';

const courses = fileURLToPath(new URL('../../dist/courses', import.meta.url));

export type Printed = { readonly code: number | null; readonly out: string; readonly err: string };

type Given = { readonly input?: string | Buffer; readonly env?: Readonly<Record<string, string>> };

/**
 * Runs a command in lines, in the process of the test: a process for each of many commands takes far longer than what
 * they do. `test/e2e` runs the program itself.
 */
export async function runHere(
  args: readonly string[],
  { input = '', env = {} }: Given = {},
): Promise<Printed> {
  const [stdout, stderr] = [capturedOutput(), capturedOutput()];
  const environment = {
    stdin: Readable.from(
      input === '' ? [] : [typeof input === 'string' ? Buffer.from(input) : input],
    ),
    ...{ stdout: stdout.output, stderr: stderr.output, platform: process.platform, courses },
    env: { LC_ALL: 'C.UTF-8', ...env },
    fault: new Promise<never>(() => {}),
  };
  const before = process.listeners('SIGINT');
  const code = await runCommand(args, environment as unknown as Environment);
  for (const one of process.listeners('SIGINT'))
    if (!before.includes(one)) process.off('SIGINT', one);
  return { code, out: stdout.text(), err: stderr.text() };
}
