import { describe, expect, test } from 'vitest';
import type { Environment } from '../../src/commands/environment.js';
import { printLine } from '../../src/commands/errors.js';
import { capturedOutput } from '../support/plain-session.js';

const MESSAGE =
  "there is no lesson 'tw': the course has lessons 1 to 8. To see their names, use list";
const COMMAND =
  'npx --yes ./on-the-record-0.3.0.tgz workshop join 4KXM7-2QT9P --name "Ada Lovelace"';

function printed(message: string, window: { readonly columns?: number }): string {
  const { output, text } = capturedOutput();
  const terminal = 'columns' in window ? { isTTY: true, ...window } : {};
  const stderr = Object.assign(output, terminal) as Environment['stderr'];
  printLine(message, { stderr, env: {} });
  return text();
}

describe('an error', () => {
  test.each([120, 80, 40, 20])('wraps between words in a terminal of %d columns', (columns) => {
    const text = printed(MESSAGE, { columns });
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    expect(text.replaceAll('\n', ' ')).toBe(`on-the-record: ${MESSAGE} `);
  });

  test('is one line for a program that reads it', () => {
    expect(printed(MESSAGE, {})).toBe(`on-the-record: ${MESSAGE}\n`);
  });

  test('leaves a command to type in one line, so that it can be copied', () => {
    expect(printed(`to go on, type:\n${COMMAND}`, { columns: 40 })).toBe(
      `on-the-record: to go on, type:\n${COMMAND}\n`,
    );
  });

  test('puts a word that is longer than the window on a line of its own', () => {
    const path = '/home/ada/courses/a-very-long-name/course.yaml';
    const lines = printed(`${path} is missing`, { columns: 20 }).split('\n');
    expect(lines).toEqual(['on-the-record:', path, 'is missing', '']);
  });
});
