import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { KeyStream, type TerminalInput } from '../../../src/ui/terminal/key-stream.js';

/** A terminal input in memory that records its raw mode. */
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

/** The next `count` keys, for a reader that takes all available keys at each tick. */
async function take(keys: KeyStream, count: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.length < count) {
    const key = keys.read();
    if (key === null) await new Promise((resolve) => keys.once('readable', resolve));
    else taken.push(key);
  }
  return taken;
}

test('keys that arrive in one read are returned one at a time, in order', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  type('\x1b[B\x1b[B\r');
  expect(await take(keys, 3)).toEqual(['\x1b[B', '\x1b[B', '\r']);
});

test('keys typed before the first read are kept, with raw mode from the start', async () => {
  const { input, type, raw } = terminal();
  type('j');
  const { keys } = open(input);
  type('k');
  expect(raw).toEqual([true]);
  expect(await take(keys, 2)).toEqual(['j', 'k']);
});

test('keys are read again after an earlier stream gave the terminal back', async () => {
  const { input, type } = terminal();
  open(input).keys.close();
  const { keys } = open(input);
  type('j');
  expect(await take(keys, 1)).toEqual(['j']);
});

test('a line feed from before raw mode is the Enter key', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  type('\n');
  expect(await take(keys, 1)).toEqual(['\r']);
});

test('a sequence that arrives in pieces is one key', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  type('\x1b');
  type('[');
  type('B');
  expect(await take(keys, 1)).toEqual(['\x1b[B']);
});

test('an Esc with nothing after it is the Esc key', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  type('\x1b');
  expect(await take(keys, 1)).toEqual(['\x1b']);
});

test('dropping removes waiting keys, and new keys until keys are accepted again', async () => {
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

test('keys typed before the first read are available after catching up', async () => {
  const { input, type } = terminal();
  type('\rj');
  const { keys } = open(input);
  await keys.caughtUp();
  expect(await take(keys, 2)).toEqual(['\r', 'j']);
});

test('Ctrl-C and Ctrl-Z do not wait their turn', async () => {
  const { input, type } = terminal();
  const { interrupt, suspend } = open(input);
  type(`${'j'.repeat(100)}\x03\x1a`);
  await vi.waitFor(() => expect(suspend).toHaveBeenCalledOnce());
  expect(interrupt).toHaveBeenCalledOnce();
});

test('Ctrl-C works even after a paste that never ends', async () => {
  const { input, type } = terminal();
  const { interrupt } = open(input);
  type('\x1b[200~pasted');
  type('\x03');
  await vi.waitFor(() => expect(interrupt).toHaveBeenCalledOnce());
});

test('Ctrl-C works even after an incomplete reply of the terminal', async () => {
  const { input, type } = terminal();
  const { interrupt } = open(input);
  type('\x1b]');
  type('\x03');
  await vi.waitFor(() => expect(interrupt).toHaveBeenCalledOnce());
});

test('the loss of the terminal is reported', async () => {
  const { input } = terminal();
  const { gone } = open(input);
  input.emit('end');
  input.emit('error', new Error('EIO'));
  expect(gone).toHaveBeenCalled();
});

test('closing restores the terminal', () => {
  const { input, raw } = terminal();
  const { keys } = open(input);
  keys.close();
  expect(raw).toEqual([true, false]);
  expect(input.listenerCount('data')).toBe(0);
});

test('a closed stream returns no key, even with keys typed ahead', async () => {
  const { input, type } = terminal();
  const { keys } = open(input);
  const failed = vi.fn();
  keys.on('error', failed);
  type('abcdef');
  await take(keys, 2);
  keys.read(); // Ink requests the next key, which arrives on a later tick
  keys.close();
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(failed).not.toHaveBeenCalled();
});

test('a terminal that is opened again and again keeps no listener for each time', () => {
  const { input } = terminal();
  const before = input.listenerCount('end');
  for (let n = 0; n < 20; n++) open(input).keys.close();
  expect(input.listenerCount('end')).toBe(before);
  expect(input.listenerCount('data')).toBe(0);
  expect(input.listenerCount('error')).toBe(1);
});

describe('with a clock that the test sets', () => {
  const PASTE_WAIT = 2_000;

  /** Types at once, without a turn of the event loop. */
  function begin() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { input } = terminal();
    const { keys, interrupt } = open(input);
    const received: string[] = [];
    keys.on('data', (key: string) => received.push(key));
    const type = (text: string | Uint8Array): boolean => input.emit('data', Buffer.from(text));
    const settle = async (): Promise<string[]> => {
      const count = received.length;
      await new Promise(setImmediate);
      await new Promise(setImmediate);
      return received.length === count ? received.splice(0) : settle();
    };
    return { type, settle, interrupt };
  }
  afterEach(() => vi.useRealTimers());

  test('a paste that never ends is over after two seconds without input', async () => {
    const { type, settle } = begin();
    type('\x1b[200~q\r1');
    vi.advanceTimersByTime(PASTE_WAIT - 1);
    type('more');
    vi.advanceTimersByTime(PASTE_WAIT - 1);
    type('2');
    expect(await settle()).toEqual([]);
    vi.advanceTimersByTime(PASTE_WAIT);
    type('j');
    expect(await settle()).toEqual(['j']);
  });

  test('Esc gets out of a paste that never ends, and does nothing else', async () => {
    const { type, settle } = begin();
    type('\x1b[200~q\r1');
    type('\x1b');
    vi.advanceTimersByTime(200);
    type('j');
    expect(await settle()).toEqual(['j']);
  });

  test('the end of a paste may be cut after its ESC, and come late', async () => {
    const { type, settle } = begin();
    type('\x1b[200~q\r1\x1b');
    vi.advanceTimersByTime(PASTE_WAIT - 1);
    type('[201~j');
    expect(await settle()).toEqual(['\x1b[200~q\r1\x1b[201~', 'j']);
  });

  test('an escape sequence within a paste is pasted, wherever it is cut', async () => {
    const { type, settle } = begin();
    type('\x1b[200~q\r1\x1b');
    type('[31mred\x1b[2');
    vi.advanceTimersByTime(PASTE_WAIT - 1);
    type('01~j');
    expect(await settle()).toEqual(['\x1b[200~q\r1\x1b[31mred\x1b[201~', 'j']);
  });

  test('a mouse report that never ends does not keep the next key', async () => {
    const { type, settle } = begin();
    type('\x1b[M !');
    vi.advanceTimersByTime(200);
    type('j');
    expect(await settle()).toEqual(['j']);
  });

  const bytes = fc.uint8Array({ maxLength: 40 });

  test('a Ctrl-C that is typed after any bytes is never swallowed', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 5 }), (chunks) => {
        const { type, interrupt } = begin();
        for (const chunk of chunks) type(chunk);
        interrupt.mockClear();
        type('\x03');
        expect(interrupt).toHaveBeenCalledOnce();
      }),
    );
  });

  test('a key that is typed two seconds after any bytes is this key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { maxLength: 5 }), async (chunks) => {
        const { type, settle } = begin();
        for (const chunk of chunks) type(chunk);
        vi.advanceTimersByTime(PASTE_WAIT);
        await settle();
        type('j');
        expect(await settle()).toEqual(['j']);
      }),
    );
  });
});
