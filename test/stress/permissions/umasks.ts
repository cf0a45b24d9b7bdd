import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { keptAnswers } from '../answer-log.js';
import type { Case } from '../cases.js';
import { plainLesson } from '../plain-lesson.js';
import { isCrash, startPlain } from '../plain-program.js';
import { checkAccount } from '../session-account.js';
import { openPlaces, ownProgram } from './own-program.js';

export const anyUmask = fc.integer({ min: 0, max: 0o777 });

/**
 * Two sessions, an export and an exercise with any umask, even one that takes rights from the user. Everything that the program makes
 * for itself is open to its user, and to nobody else.
 */
export const umaskCase =
  (umask: number): Case =>
  async (folder) => {
    const own = ownProgram(folder);
    const shell = (command: string) => `umask ${umask.toString(8)}; exec ${command}`;
    const start = { program: own.program, ...(own.user && { user: own.user }), cwd: folder, shell };
    for (let session = 1; session <= 2; session++) {
      const before = keptAnswers(own.data);
      const { end, ...account } = await plainLesson(['--data-dir', own.data], start);
      checkAccount(end, own.data, { before, ...account });
      assert.equal(
        keptAnswers(own.data).size,
        before.size + account.given,
        'answers are not saved',
      );
    }
    for (const [args, input] of [
      [['progress', 'export', path.join(own.data, 'export.json')], ''],
      [['workshop', 'join', 'tuesday', '--lesson', '2'], '1\n1\n1\nq\n'],
    ] as const) {
      const all = ['--plain', '--data-dir', own.data, ...args];
      const { code, err } = await startPlain(all, { ...start, input }).ended;
      assert.ok(code === 0 && !isCrash(err), `${args.join(' ')} ended with ${code}: ${err}`);
    }
    assert.ok(existsSync(own.compiled), 'no compiled code is saved');
    const open = [own.data, own.compiled].flatMap((place) => openPlaces(place, own));
    assert.deepEqual(open, [], 'open to others');
    checkResult(folder, umask);
  };

/** Others may read a result, because it is handed in, unless the umask forbids that. */
function checkResult(folder: string, umask: number): void {
  const [name = ''] = readdirSync(folder).filter((one) => one.startsWith('result-'));
  const mode = statSync(path.join(folder, name)).mode & 0o777;
  assert.equal(mode.toString(8), (0o644 & ~(umask & 0o077)).toString(8), 'the mode of the result');
}
