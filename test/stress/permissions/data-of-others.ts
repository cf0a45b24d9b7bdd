import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import { giveAll } from '../../support/other-user.js';
import { keptAnswers, logOf } from '../answer-log.js';
import type { Case } from '../cases.js';
import { plainLesson } from '../plain-lesson.js';
import { checkAccount } from '../session-account.js';
import { anyRights, ownProgram, type Rights, setRights } from './own-program.js';

/** Those of the data folder, the course's folder in it, and the log. */
type DataRights = readonly Rights[];

const anyMode = fc.oneof(
  fc.constantFrom(0o700, 0o755, 0o777, 0o1777, 0o500, 0o600, 0o666, 0o444, 0),
  fc.integer({ min: 0, max: 0o1777 }),
);

export const anyDataRights: fc.Arbitrary<DataRights> = fc.array(anyRights(anyMode), {
  minLength: 3,
  maxLength: 3,
});

/**
 * Answers are in a store whose folders and log get any owner and mode. A session there saves its answers or says that it
 * could not. When the user has the store back, it has all answers.
 */
export const dataCase =
  (all: DataRights): Case =>
  async (folder) => {
    const own = ownProgram(folder, { isCompiled: true });
    const start = { program: own.program, ...(own.user && { user: own.user }), cwd: folder };
    const places = [own.data, path.dirname(logOf(own.data)), logOf(own.data)];
    const session = async (warnings: readonly [] | 'any') => {
      const before = keptAnswers(own.data);
      const { end, ...account } = await plainLesson(['--data-dir', own.data], start);
      setAll(places, [OWN, OWN, { ...OWN, mode: 0o600 }]);
      if (own.user) giveAll(own.data, own.user);
      checkAccount(end, own.data, { before, ...account, warnings });
      assert.deepEqual(linesWithoutName(end.err), [], 'not one line for each refusal');
    };
    await session([]);
    setAll(places, all);
    await session('any');
    await session([]);
  };

const OWN: Rights = { owner: undefined, mode: 0o700 };

const linesWithoutName = (err: string): string[] =>
  err.split('\n').filter((line) => line !== '' && !line.startsWith('on-the-record: '));

/** From the inside out, since a folder without rights would keep its own owner out. */
function setAll(places: readonly string[], all: DataRights): void {
  const isOpening = all.every(({ owner, mode }) => owner === undefined && (mode & 0o600) === 0o600);
  const order = places.map((place, n) => [place, all[n] as Rights] as const);
  for (const [place, rights] of isOpening ? order : order.reverse()) setRights(place, rights);
}
