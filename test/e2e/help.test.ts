import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/core/text/sanitize.js';
import { usingProgram } from '../support/program.js';
import { PROGRAM, testNode } from '../support/terminal.js';

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

const { data } = usingProgram();

function run(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(testNode(), [PROGRAM, ...args], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, ON_THE_RECORD_HOME: data() },
  });
  return { code: status, out: stdout, err: stderr };
}

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
  ])('%j is the same as --help of %j', (args, command) => {
    const wanted = run(...command, '--help');
    expect(wanted.out).toContain(`Usage: ${['on-the-record', ...command].join(' ')} `);
    expect(run(...args)).toEqual({ code: 0, out: wanted.out, err: '' });
  });

  test.each(['-v', '--version'])('%s prints the version, also after a command', (flag) => {
    for (const args of [[flag], ['learn', flag]])
      expect(run(...args)).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
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
  ])('%j: the program asks whether you meant %s', (args, near) => {
    const { code, out, err } = run(...args);
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
  ])('%j: nothing is suggested, since nothing is close', (args) => {
    const { code, out, err } = run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(ONE_LINE);
    expect(err).not.toMatch(/nearest|[Dd]id you mean/);
    expect(plainText(err.trimEnd())).toBe(err.trimEnd());
    expect(err.length).toBeLessThan(250);
  });
});
