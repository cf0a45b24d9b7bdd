import { PassThrough } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { KeyStream, type TerminalInput } from '../../../src/ui/terminal/key-stream.js';

/** A terminal's input in memory that notes its raw mode. */
function terminal(): { input: TerminalInput; type: (text: string) => void; raw: boolean[] } {
  const stream = new PassThrough();
  const raw: boolean[] = [];
  const input = Object.assign(stream, {
    setRawMode: (on: boolean) => raw.push(on),
    ref: () => stream,
    unref: () => stream,
  });
  return { input, type: (text) => stream.write(text), raw };
}

let streams: KeyStream[] = [];
afterEach(() => {
  for (const stream of streams) stream.close();
  streams = [];
});

function open(input: TerminalInput) {
  const interrupt = vi.fn();
  const suspend = vi.fn();
  const gone = vi.fn();
  const keys = new KeyStream(input, { interrupt, suspend, gone });
  streams.push(keys);
  return { keys, interrupt, suspend, gone };
}

/** The next `count` keys, as a reader that takes all there is at each tick gets them. */
async function take(keys: KeyStream, count: number): Promise<string[]> {
  const got: string[] = [];
  while (got.length < count) {
    const key = keys.read();
    if (key === null) await new Promise((resolve) => keys.once('readable', resolve));
    else got.push(key);
  }
  return got;
}

test('keys that come in one read are handed over one at a time, in order', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  type('\x1b[B\x1b[B\r');
  expect(await take(keys, 3)).toEqual(['\x1b[B', '\x1b[B', '\r']);
});

test('keys typed before anyone reads are kept, in raw mode from the start', async () => {
  const { input, type, raw } = terminal();
  type('j');
  const { keys } = open(input);
  type('k');
  expect(raw).toEqual([true]);
  expect(await take(keys, 2)).toEqual(['j', 'k']);
});

test('a line feed is the Enter that it was before raw mode', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  type('\n');
  expect(await take(keys, 1)).toEqual(['\r']);
});

test('a sequence that comes in pieces is one key', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  type('\x1b');
  type('[');
  type('B');
  expect(await take(keys, 1)).toEqual(['\x1b[B']);
});

test('an Esc that nothing follows is the Esc key', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  type('\x1b');
  expect(await take(keys, 1)).toEqual(['\x1b']);
});

test('dropping forgets what waits, and what comes until keys are accepted again', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  type('ab');
  expect(await take(keys, 1)).toEqual(['a']);
  keys.dropTypedAhead();
  type('c');
  await new Promise(setImmediate);
  keys.accept();
  type('d');
  expect(await take(keys, 1)).toEqual(['d']);
});

test('what was typed before the program read is there once it has caught up', async () => {
  const { input, type } = terminal();
  type('\r\rj');
  const { keys } = open(input);
  await keys.caughtUp();
  keys.dropEnters();
  expect(await take(keys, 1)).toEqual(['j']);
});

test('an Enter typed ahead of other keys can be forgotten, one behind a move is kept', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  type('a\r\rj\r');
  expect(await take(keys, 1)).toEqual(['a']);
  keys.dropEnters();
  expect(await take(keys, 2)).toEqual(['j', '\r']);
});

test('Ctrl-C and Ctrl-Z do not wait their turn', async () => {
  const { input, type } = terminal();
  const { interrupt, suspend } = open(input);
  type(`${'j'.repeat(100)}\x03\x1a`);
  await vi.waitFor(() => expect(suspend).toHaveBeenCalledOnce());
  expect(interrupt).toHaveBeenCalledOnce();
});

test('Ctrl-C leaves even behind a paste that never ends', async () => {
  const { input, type } = terminal();
  const { interrupt } = open(input);
  type('\x1b[200~pasted');
  type('\x03');
  await vi.waitFor(() => expect(interrupt).toHaveBeenCalledOnce());
});

test('Ctrl-C leaves even behind the beginning of a reply that no terminal goes on with', async () => {
  const { input, type } = terminal();
  const { interrupt } = open(input);
  type('\x1b]');
  type('\x03');
  await vi.waitFor(() => expect(interrupt).toHaveBeenCalledOnce());
});

test('that the terminal is gone is told', async () => {
  const { input } = terminal();
  const { gone } = open(input);
  input.emit('end');
  input.emit('error', new Error('EIO'));
  expect(gone).toHaveBeenCalled();
});

test('closing gives the terminal back', () => {
  const { input, raw } = terminal();
  const { keys } = open(input);
  keys.close();
  expect(raw).toEqual([true, false]);
  expect(input.listenerCount('data')).toBe(0);
});

test('hands over nothing once it is closed, however much was typed ahead', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  const failed = vi.fn();
  keys.on('error', failed);
  type('abcdef');
  await take(keys, 2);
  keys.read(); // Ink asks for the next, and is answered on a later tick
  keys.close();
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(failed).not.toHaveBeenCalled();
});
