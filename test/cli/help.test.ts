import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/core/text/sanitize.js';
import { runHere } from '../support/in-process.js';
import { shippedCourse } from '../support/shipped-course.js';
import { temporaryFolders } from '../support/temporary-folder.js';
import { PROGRAM, testNode } from '../support/terminal.js';

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

const newFolder = temporaryFolders();

const run = (...args: readonly string[]) =>
  runHere(args, { env: { ON_THE_RECORD_HOME: newFolder() } });

test('the program itself runs a command like these tests do', async () => {
  for (const args of [['help'], ['--version'], ['lern']]) {
    const { status, stdout, stderr } = spawnSync(testNode(), [PROGRAM, ...args], {
      encoding: 'utf8',
    });
    expect({ code: status, out: stdout, err: stderr }).toEqual(await run(...args));
  }
});

describe('help', () => {
  test.each([
    [['help'], []],
    [['-h'], []],
    [['help', 'help'], []],
    [['help', 'learn'], ['learn']],
    [['learn', '2', '--help'], ['learn']],
    [['workshop', 'help'], ['workshop']],
    [
      ['help', 'workshop', 'join'],
      ['workshop', 'join'],
    ],
    [
      ['workshop', 'help', 'join'],
      ['workshop', 'join'],
    ],
    [
      ['workshop', 'join', '-h'],
      ['workshop', 'join'],
    ],
    [
      ['progress', 'help', 'export'],
      ['progress', 'export'],
    ],
  ])('%j is the same as --help of %j', async (args, command) => {
    const wanted = await run(...command, '--help');
    expect(wanted.out).toContain(`Usage: ${['on-the-record', ...command].join(' ')} `);
    expect(await run(...args)).toEqual({ code: 0, out: wanted.out, err: '' });
  });

  test.each(['-v', '--version'])(
    '%s prints the version with the fingerprint of the words, also after a command',
    async (flag) => {
      const out = `${version} (${shippedCourse().index.words})\n`;
      for (const args of [[flag], ['learn', flag]])
        expect(await run(...args)).toEqual({ code: 0, out, err: '' });
    },
  );
});

const ONE_LINE = /^on-the-record: .*\n$/;

describe('a mistyped word', () => {
  test.each([
    [['lern'], 'learn'],
    [['hlep'], 'help'],
    [['workshop', 'jion'], 'join'],
    [['progress', 'exprt', 'x.json'], 'export'],
    [['learn', 'two-voice'], 'two-voices'],
    [['settings', 'certanity'], 'certainty'],
    [['list', '--dta-dir=x'], '--data-dir'],
    [['--halp'], '--help'],
  ])('%j: the program asks whether you meant %s', async (args, near) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(ONE_LINE);
    expect(err).toContain(`did you mean '${near}'?`);
  });

  test.each([
    [['foo']],
    [['help', 'foo']],
    [['learn', 'foo']],
    [['settings', 'colour']],
    [['list', '--time']],
    [['workshop', 'join', 'x', '--time', '3']],
    [['list', `--${'x'.repeat(3_000)}`]],
    [['\u001b[2J']],
  ])('%j: nothing is suggested, since nothing is close', async (args) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(ONE_LINE);
    expect(err).not.toMatch(/nearest|[Dd]id you mean/);
    expect(plainText(err.trimEnd())).toBe(err.trimEnd());
    expect(err.length).toBeLessThan(250);
  });
});
