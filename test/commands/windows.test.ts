import { expect, test } from 'vitest';
import { runHere } from '../support/in-process.js';
import { usingProgram } from '../support/program.js';

const { data } = usingProgram();

const runOn = (platform: string, args: readonly string[], env: Record<string, string> = {}) =>
  runHere(['--data-dir', data(), ...args], { platform, env });

test('doctor mentions npx.cmd on Windows, and only there', async () => {
  const onWindows = await runOn('win32', ['doctor']);
  expect(onWindows.code).toBe(0);
  expect(onWindows.out.replace(/\s+/g, ' ')).toContain(
    'Windows nobody has tried the program on Windows. If PowerShell blocks npx, type npx.cmd instead',
  );
  expect((await runOn('linux', ['doctor'])).out).not.toContain('Windows');
});

test('a room on Windows reads what people on other systems type', async () => {
  const env = { npm_command: 'exec' };
  const onWindows = await runOn('win32', ['workshop', 'code', '--lesson', '1'], env);
  expect(onWindows.out).toContain('npx.cmd on-the-record workshop join');
  expect(onWindows.out).toContain('On Linux and macOS, type npx instead of npx.cmd.');
  const onLinux = await runOn('linux', ['workshop', 'code', '--lesson', '1'], env);
  expect(onLinux.out).toContain('If PowerShell blocks npx, type npx.cmd instead.');
});
