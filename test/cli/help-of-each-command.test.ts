import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../../src/cli/program.js';
import type { Environment } from '../../src/commands/environment.js';
import { runHere } from '../support/in-process.js';

const program = commandLine({} as Environment, () => {});

/** The names of a command and of those that it belongs to, for it and each command of it. */
const namesOf = (command: Command, before: readonly string[] = []): string[][] =>
  command.commands.flatMap((one) => {
    const names = [...before, one.name()];
    return [names, ...namesOf(one, names)];
  });

const VERB =
  /^(Add|Check|Find|Join|Learn|List|Make|Open|Practise|Report|Review|Show|Start|Take|Write) /;

describe.each([[[]], ...namesOf(program).map((names) => [names])])('the help of %j', (names) => {
  const help = async () => (await runHere([...names, '--help'])).out;

  test('begins with a verb and is a sentence', async () => {
    const [, about = ''] = (await help()).split('\n\n');
    expect(about).toMatch(VERB);
    expect(about).toMatch(/\.$/);
  });

  test('has an example, which is a command with its own name', async () => {
    const [, examples = ''] = (await help()).split(/\nExamples?:\n/);
    const lines = examples.split('\n').filter((line) => line.startsWith('  '));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(`${line} `).toContain(`  ${['on-the-record', ...names].join(' ')} `);
  });

  test('fits in 80 columns', async () => {
    for (const line of (await help()).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
