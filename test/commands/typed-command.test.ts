import { expect, test } from 'vitest';
import { typedCommand } from '../../src/commands/typed-command.js';
import { plainText } from '../../src/core/plain-text.js';

const plain = { env: {}, platform: 'linux' };

test('reaches the same course and folder, from wherever it is typed', () => {
  const options = { course: 'swing-bridge', dataDir: '/my data' };
  expect(typedCommand(['reset', '--undo'], options, plain)).toBe(
    "on-the-record reset --undo --course swing-bridge --data-dir '/my data'",
  );
});

test('is as short as can be where nothing was asked for', () => {
  expect(typedCommand([], {}, plain)).toBe('on-the-record');
});

test.each([
  [{ npm_lifecycle_event: 'start' }, 'npm start -- learn'],
  [{ npm_command: 'exec' }, 'npx on-the-record learn'],
])('begins as the program was started: %j', (env, typed) => {
  expect(typedCommand(['learn'], {}, { env, platform: 'linux' })).toBe(typed);
});

test('is plain text, whatever a folder is called', () => {
  const typed = typedCommand([], { dataDir: '/a\u001b[31mb\u202e' }, plain);
  expect(plainText(typed)).toBe(typed);
  expect(typed).toContain('--data-dir');
});
