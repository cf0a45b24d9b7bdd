import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { fromRoot } from '../../scripts/paths.mjs';

const stringsOf = (...places: readonly string[]): string =>
  spawnSync(
    process.execPath,
    [fromRoot('scripts/strings.mjs'), ...places.map((place) => fromRoot(place))],
    {
      encoding: 'utf8',
    },
  ).stdout;

test('the list of strings has what users read, and no ids, keys or imports', () => {
  const list = stringsOf('src/core/messages/exercise.ts', 'src/cli/program.ts');
  expect(list).toMatch(/^src\/core\/messages\/exercise\.ts:\d+: Take the time you need\.$/m);
  expect(list).toMatch(/: \$\{answered\} of \$\{counted\(of, 'question'\)\} answered$/m);
  expect(list).toMatch(/^src\/cli\/program\.ts:\d+: Learn to read a news story closely/m);
  expect(list).not.toMatch(/: (?:hand-in|see-answers|time|now|uncaughtException)$/m);
  expect(list).not.toContain('.js');
});
