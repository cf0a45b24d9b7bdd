import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { onOtherSystems } from '../../../src/commands/hint/batch-form.js';
import { commandToType } from '../../../src/commands/hint/command-to-type.js';
import { plainText } from '../../../src/core/text/sanitize.js';
import { temporaryFolders } from '../../support/temporary-folder.js';

const newFolder = temporaryFolders();
const plain = { env: {}, platform: 'linux', courses: '/p/dist/courses' };

test('the command names the same course and folder from any current folder', () => {
  const options = { course: 'swing-bridge', dataDir: '/my data' };
  expect(commandToType(['reset', '--undo'], options, plain)).toBe(
    "on-the-record reset --undo --course swing-bridge --data-dir '/my data'",
  );
});

test('the command is short if no course or folder was chosen', () => {
  expect(commandToType([], {}, plain)).toBe('on-the-record');
});

test.each([
  [{ npm_lifecycle_event: 'start' }, 'npm start -- learn'],
  [{ npm_command: 'exec' }, 'npx on-the-record learn'],
])('the command starts the program the way it was started: %j', (env, typed) => {
  expect(commandToType(['learn'], {}, { ...plain, env })).toBe(typed);
});

/** A folder in which npx has installed this package. */
function installedByNpx(from: string, platform = 'linux') {
  const folder = newFolder();
  const courses = path.join(folder, 'node_modules', 'on-the-record', 'dist', 'courses');
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ _npx: { packages: [from] } }));
  return { env: { npm_command: 'exec' }, platform, courses };
}

test('the command names the package that npx installed', () => {
  const environment = installedByNpx('./my files/on-the-record-0.1.0.tgz');
  expect(commandToType(['list'], {}, environment)).toBe(
    "npx --yes './my files/on-the-record-0.1.0.tgz' list",
  );
});

// npx runs a file that it is given by its absolute path, instead of installing it (npm 9 to 11).
test.each([
  [
    'linux',
    '/media/a/on-the-record-0.1.0.tgz',
    'npx --yes --package /media/a/on-the-record-0.1.0.tgz on-the-record',
  ],
  [
    'win32',
    'D:\\on-the-record-0.1.0.tgz',
    'npx.cmd --yes --package D:\\on-the-record-0.1.0.tgz on-the-record',
  ],
  [
    'linux',
    'file:/media/a/on-the-record-0.1.0.tgz',
    'npx --yes file:/media/a/on-the-record-0.1.0.tgz',
  ],
  ['linux', '/work/on-the-record', 'npx --yes /work/on-the-record'],
])('the command on %s starts the package at %s in a way that works', (platform, from, typed) => {
  expect(commandToType(['list'], {}, installedByNpx(from, platform))).toBe(`${typed} list`);
});

test('on Windows, a command that only PowerShell reads says so, and cmd refuses it', () => {
  const windows = { ...plain, platform: 'win32' };
  expect(commandToType(['preview', 'C:\\a\u200db'], {}, windows)).toBe(
    'on-the-record preview "C:\\a$([char]0x200d)b" # in PowerShell',
  );
});

describe('on Windows', () => {
  const windows = { ...plain, platform: 'win32' };
  const npx = { ...windows, env: { npm_command: 'exec' } };

  test('the command starts batch files, which PowerShell never blocks', () => {
    const npm = { ...windows, env: { npm_lifecycle_event: 'start' } };
    expect(commandToType([], {}, npm)).toBe('npm.cmd start');
    expect(commandToType(['list'], {}, npm)).toBe('npm.cmd start -- list');
    expect(commandToType(['list'], {}, npx)).toBe('npx.cmd on-the-record list');
    expect(commandToType(['list'], {}, windows)).toBe('on-the-record list');
  });

  test('words are quoted in the same way for PowerShell and cmd', () => {
    expect(commandToType(['preview', 'C:\\my course'], {}, npx)).toBe(
      'npx.cmd on-the-record preview "C:\\my course"',
    );
  });

  test.each(['C:\\a&b', 'C:\\a^b', 'C:\\%a%'])(
    'no batch file gets %s, because it would change it',
    (word) => {
      expect(commandToType(['preview', word], {}, npx)).toMatch(/^npx on-the-record preview "/);
    },
  );
});

test.each([
  ['npx --yes ./a.tgz list', 'If PowerShell blocks npx, type npx.cmd instead.'],
  ['npm start -- list', 'If PowerShell blocks npm, type npm.cmd instead.'],
  ['npx.cmd --yes ./a.tgz list', 'On Linux and macOS, type npx instead of npx.cmd.'],
  ['on-the-record list', undefined],
])('what people on other systems type instead of %s', (command, said) => {
  expect(onOtherSystems(command)).toBe(said);
});

test('the command is plain text, whatever the folder is called', () => {
  const typed = commandToType([], { dataDir: '/a\u001b[31mb\u202e' }, plain);
  expect(plainText(typed)).toBe(typed);
  expect(typed).toContain('--data-dir');
});
