import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commandToType } from '../../../src/commands/hint/command-to-type.js';
import { plainText } from '../../../src/core/text/sanitize.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const newFolder = temporaryFolders();
const plain = { env: {}, platform: 'linux', courses: '/p/dist/courses' };

test('reaches the same course and folder, from wherever it is typed', () => {
  const options = { course: 'swing-bridge', dataDir: '/my data' };
  expect(commandToType(['reset', '--undo'], options, plain)).toBe(
    "on-the-record reset --undo --course swing-bridge --data-dir '/my data'",
  );
});

test('is as short as can be where nothing was asked for', () => {
  expect(commandToType([], {}, plain)).toBe('on-the-record');
});

test.each([
  [{ npm_lifecycle_event: 'start' }, 'npm start -- learn'],
  [{ npm_command: 'exec' }, 'npx on-the-record learn'],
])('begins as the program was started: %j', (env, typed) => {
  expect(commandToType(['learn'], {}, { ...plain, env })).toBe(typed);
});

test('names what npx was given, as it notes it beside what it installs', () => {
  const folder = newFolder();
  const courses = path.join(folder, 'node_modules', 'on-the-record', 'dist', 'courses');
  const noted = { _npx: { packages: ['./my files/on-the-record-0.1.0.tgz'] } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(noted));
  const environment = { env: { npm_command: 'exec' }, platform: 'linux', courses };
  expect(commandToType(['list'], {}, environment)).toBe(
    "npx --yes './my files/on-the-record-0.1.0.tgz' list",
  );
});

test('is plain text, whatever a folder is called', () => {
  const typed = commandToType([], { dataDir: '/a\u001b[31mb\u202e' }, plain);
  expect(plainText(typed)).toBe(typed);
  expect(typed).toContain('--data-dir');
});
