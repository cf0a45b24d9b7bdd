import { describe, expect, test } from 'vitest';
import { FIRST_CHOICES } from '../../support/first-choices.js';
import { runHere } from '../../support/in-process.js';
import { lessonOf } from '../../support/learner.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const newFolder = temporaryFolders();
const { checks } = lessonOf('the-dispute');

describe('the answer to a question', () => {
  test.each(['y\n', 'YES\r\n', 'y\r', ' y'])('may be %j', async (input) => {
    const { code, out } = await runHere(['--data-dir', newFolder(), 'reset'], { input });
    expect(code).toBe(0);
    expect(out).toContain('starts again from the beginning.');
  });

  test.each([
    ['an empty line', '\n'],
    ['another word', 'yy\n'],
    ['y and a zero byte', 'y\0\n'],
    ['a separator between two answers', 'y\u2028y\n'],
    ['y and bytes that are not UTF-8', Buffer.from([0x79, 0xff, 0x0a])],
    ['the end of the input', ''],
  ])('is not yes if it is %s', async (_, input) => {
    const { code, out } = await runHere(['--data-dir', newFolder(), 'reset'], { input });
    expect(code).toBe(0);
    expect(out).toContain('[y/N] Nothing was changed.\n');
  });
});

test('reset asks, hides answers and can be undone, and erase asks twice', async () => {
  const data = newFolder();
  const run = (args: readonly string[], input = '') =>
    runHere(['--data-dir', data, ...args], { input });
  await run(['learn', '1'], FIRST_CHOICES);
  const answered = async (): Promise<number> =>
    JSON.parse((await run(['list', '--json'])).out).lessons[0].answered;
  expect((await run(['reset', '1'], 'n\n')).out).toContain('Nothing was changed');
  expect(await answered()).toBe(checks.length);
  expect((await run(['reset', '1', '--yes'])).code).toBe(0);
  expect(await answered()).toBe(0);
  expect((await run(['reset', '--undo'])).out).toContain(`${checks.length} answers again`);
  expect(await answered()).toBe(checks.length);
  expect((await run(['reset', '--erase'], 'y\nn\n')).out).toContain('Nothing was changed');
  expect(await answered()).toBe(checks.length);
  expect((await run(['reset', '--erase'], 'y\ny\n')).out).toContain('Deleted');
  expect(await answered()).toBe(0);
  expect((await run(['reset', '--undo'])).code).toBe(1);
});
