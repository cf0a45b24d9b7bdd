import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runHere } from './support/in-process.js';
import { isJudged, isQuestion, moveTo, pressed } from './support/learner.js';
import { networkGuardIn } from './support/network-guard.js';
import { wentThrough } from './support/past.js';
import { usingProgram } from './support/program.js';
import { KEY } from './support/terminal.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

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
  const { begin, data } = usingProgram();
  let guard: ReturnType<typeof networkGuardIn>;
  let lift: () => void;
  beforeEach(async () => {
    guard = networkGuardIn(data());
    lift = await guard.here();
    wentThrough(data(), ['the-dispute']); // makes checks due
  });
  afterEach(() => lift());

  const guarded = () => ({ cwd: data(), env: { ...guard.env, ON_THE_RECORD_HOME: data() } });

  /** Runs commands one after the other in the same folder, since some need files of an earlier command. */
  const run = async (args: readonly string[], input: string): Promise<void> => {
    const { code, err } = await runHere(args, { ...guarded(), input });
    expect({ args, calls: guard.calls(), code, err }).toMatchObject({ calls: '', code: 0 });
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
  ])('%s', async (_, ...commands) => {
    for (const [args, input = ''] of commands) await run(args, input);
  });

  test('on screen, from home through a lesson to an answer', async () => {
    const terminal = begin(guarded());
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
    await run(['new', 'course'], '');
    const terminal = begin({ ...guarded(), args: ['preview', 'course'] });
    await terminal.shows('preview ·');
    terminal.press('q');
    expect((await terminal.ended).code).toBe(0);
    expect(guard.calls()).toBe('');
  });

  test('when it checks this computer', async () => {
    const terminal = begin({ ...guarded(), args: ['doctor'] });
    expect((await terminal.ended).code).toBe(0);
    expect(guard.calls()).toBe('');
  });

  test('except for a live room', async () => {
    const { code } = await runHere(['workshop', 'room', '--lesson', '2'], guarded());
    expect({ code, calls: guard.calls() }).toMatchObject({ code: 1, calls: 'http.createServer\n' });
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
