import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isJudged, isQuestion, moveTo, pressed } from './support/learner.js';
import { networkGuardIn } from './support/network-guard.js';
import { wentThrough } from './support/past.js';
import { KEY, Terminal } from './support/terminal.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = path.join(ROOT, 'dist', 'cli.js');

type Manifest = { readonly scripts: Readonly<Record<string, string>> };
type Lock = {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
};
const json = <T>(name: string): T => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8')) as T;

describe('the package', () => {
  test('runs no install script', () => {
    const { scripts } = json<Manifest>('package.json');
    const known = ['preinstall', 'install', 'postinstall'].filter((name) => name in scripts);
    expect(known).toEqual([]);
  });

  test('is built without packages that run install scripts, except known ones', () => {
    const { packages } = json<Lock>('package-lock.json');
    const scripted = Object.keys(packages).filter((name) => packages[name]?.hasInstallScript);
    // esbuild's script is blocked (`allowScripts`); fsevents is optional and only for macOS.
    const known = /node_modules\/(esbuild|fsevents)$/;
    expect(scripted.filter((name) => !known.test(name))).toEqual([]);
  });
});

describe('the program opens no network connection', () => {
  let folder = '';
  let guard: ReturnType<typeof networkGuardIn>;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-'));
    guard = networkGuardIn(folder);
    wentThrough(folder, ['the-dispute']); // makes checks due
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const env = () => ({ ...process.env, ON_THE_RECORD_HOME: folder });

  /** Runs commands one after the other in the same folder, since some need files of an earlier command. */
  const run = (args: readonly string[], input: string): void => {
    const { status, stderr } = spawnSync(process.execPath, [...guard.args, PROGRAM, ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: env(),
    });
    expect({ args, calls: guard.calls(), status, stderr }).toMatchObject({ calls: '', status: 0 });
  };

  const ANSWERS = '1\n1\n1\n1\nq\n';

  test.each<[string, ...[readonly string[], string?][]]>([
    [
      'with --version, list and settings',
      [['--version']],
      [['list']],
      [['settings', 'session', '5']],
    ],
    [
      'while learning',
      [['--plain', 'learn', '2'], ANSWERS],
      [['--plain', 'review'], ANSWERS],
      [['--plain', 'drill'], ANSWERS],
    ],
    [
      'while exporting and importing progress',
      [['progress']],
      [['progress', 'export', 'progress.json']],
      [['progress', 'import', 'progress.json']],
      [['reset', '--yes']],
    ],
    [
      'in a workshop',
      [['workshop', 'code']],
      [['workshop', 'join', 'tuesday', '--lesson', '2'], ANSWERS],
      [['workshop', 'report', '.', '--html', 'room.html', '--csv', 'room.csv']],
      [['workshop', 'handout', '--lesson', '2']],
    ],
    ['for authors', [['new', 'course']], [['check', 'course']], [['check', '--sheet', 'sheets']]],
    ['checking this computer', [['doctor']]],
  ])('%s', (_, ...commands) => {
    for (const [args, input = ''] of commands) run(args, input);
  });

  test('on screen, from home through a lesson to an answer', async () => {
    const terminal = begin([]);
    await terminal.shows('q quit');
    await moveTo(terminal, '2 ·');
    await pressed(terminal, KEY.enter);
    while (!isQuestion(terminal)) await pressed(terminal, KEY.space);
    await pressed(terminal, '1');
    terminal.press(KEY.enter);
    await terminal.shows(isJudged);
    terminal.press('q');
    expect((await terminal.ended).code).toBe(0);
    expect(guard.calls()).toBe('');
  });

  test('in a preview', async () => {
    run(['new', 'course'], '');
    const terminal = begin(['preview', 'course']);
    await terminal.shows('preview ·');
    terminal.press('q');
    expect((await terminal.ended).code).toBe(0);
    expect(guard.calls()).toBe('');
  });

  const begin = (args: readonly string[]): Terminal =>
    new Terminal({
      command: [process.execPath, ...guard.args, PROGRAM, ...args],
      cwd: folder,
      env: { ON_THE_RECORD_HOME: folder },
    });

  const REACHING: Readonly<Record<string, string>> = {
    'net.connect': "require('net').connect(9, '127.0.0.1')",
    'net.Socket.connect': "new (require('net').Socket)().connect(9, '127.0.0.1')",
    'net.Server.listen': "require('net').createServer().listen(0)",
    'tls.connect': "require('tls').connect(9, '127.0.0.1')",
    'http.get': "require('http').get('http://127.0.0.1:9/')",
    'https.request': "require('https').request('https://127.0.0.1:9/')",
    'http2.connect': "require('http2').connect('http://127.0.0.1:9/')",
    'dgram.createSocket': "require('dgram').createSocket('udp4')",
    'dns.lookup': "require('dns').lookup('localhost', () => {})",
    'dns.resolve4': "require('dns').resolve4('localhost', () => {})",
    'dns.promises.resolve': "require('dns/promises').resolve('localhost')",
    'dns.Resolver.resolveMx': "new (require('dns').promises.Resolver)().resolveMx('localhost')",
    fetch: "fetch('http://127.0.0.1:9/')",
    WebSocket: "new WebSocket('ws://127.0.0.1:9/')",
  };

  test('and the guard in these tests detects each way to open one', () => {
    const code = Object.values(REACHING).map((one) => `try { ${one} } catch {}`);
    spawnSync(process.execPath, [...guard.args, '-e', code.join('\n')]);
    expect(guard.calls().trim().split('\n')).toEqual(Object.keys(REACHING));
  });
});
