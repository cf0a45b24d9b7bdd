import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { keptAnswers } from '../answer-log.js';
import type { Case } from '../cases.js';
import { PlainDrill } from '../plain-drill.js';
import { isCrash, startPlain } from '../plain-program.js';
import { checkAccount } from '../session-account.js';
import { openPlaces, ownProgram } from './own-program.js';

export const anyUmask = fc.integer({ min: 0, max: 0o777 });

/**
 * Two sessions and an export with any umask, even one that takes rights from the user. Everything that the program makes
 * for itself is open to its user, and to nobody else.
 */
export const umaskCase =
  (umask: number): Case =>
  async (folder) => {
    const own = ownProgram(folder);
    const shell = (command: string) => `umask ${umask.toString(8)}; exec ${command}`;
    const start = { program: own.program, ...(own.user && { user: own.user }), cwd: folder, shell };
    for (const given of [3, 2]) {
      const before = existsSync(own.data) ? keptAnswers(own.data) : new Set<string>();
      const drill = new PlainDrill(['--data-dir', own.data], start);
      await drill.answer(given);
      checkAccount(await drill.quit(), own.data, { before, given });
    }
    assert.equal(keptAnswers(own.data).size, 5, 'answers are not saved');
    const file = path.join(own.data, 'export.json');
    const { code, err } = await startPlain(
      ['progress', 'export', file, '--data-dir', own.data],
      start,
    ).ended;
    assert.ok(code === 0 && !isCrash(err), `no export: ${err}`);
    assert.ok(existsSync(own.compiled), 'no compiled code is saved');
    const open = [own.data, own.compiled].flatMap((place) => openPlaces(place, own));
    assert.deepEqual(open, [], 'open to others');
  };
