import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Case } from '../cases.js';
import { isCrash, type PlainProgram, startPlain } from '../plain-program.js';
import { inTime } from './in-time.js';

/** Goes to a question and looks back again and again: none of this leaves the lesson. */
const LOOKS_BACK = `1\n${'r\n'.repeat(1000)}`;

/** A reader who has seen enough. A pipe has the exit code of its last command, so a file gets the program's own. */
const headOfPipe: Case = async (folder) => {
  const file = path.join(folder, 'code');
  const program = startPlain(['--plain', 'learn', '1', '--data-dir', folder], {
    isInputOpen: true,
    shell: (command) => `{ ${command}; echo $? > '${file}'; } | head -c 200 > /dev/null`,
  });
  await checkEnd(program, LOOKS_BACK, () => Number(readFileSync(file, 'utf8')));
};

/** A reader who is gone before the program writes anything. */
const closedAtOnce: Case = async (folder) => {
  const program = startPlain(['--plain', '--data-dir', folder], { isInputOpen: true });
  program.child.stdout.destroy();
  await checkEnd(program, '1\n1\n', (code) => code);
};

/** The program ends without an error because nobody reads, while its input is still open. */
async function checkEnd(
  { child, ended }: PlainProgram,
  input: string,
  exitCode: (code: number | null) => number | null,
): Promise<void> {
  child.stdin.write(input);
  const { code, err } = await inTime(ended, 'the program').finally(() => child.kill('SIGKILL'));
  assert.ok(!isCrash(err), `crashed: ${err.slice(0, 300)}`);
  assert.equal(exitCode(code), 0, `exit code ${exitCode(code)}: ${err.slice(0, 300)}`);
}

export const pipes = { 'a pipe to head': headOfPipe, 'a pipe closed at once': closedAtOnce };
