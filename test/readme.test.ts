import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HELP_KEYS } from '../src/core/messages/help.js';
import { markdownTable } from '../src/formats/author/markdown-table.js';

test('the table of keys in the README agrees with the help screen', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(markdownTable(['key', 'what it does'], HELP_KEYS));
});
