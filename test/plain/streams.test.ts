import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/plain/line-input.js';
import { lineStreams } from '../../src/plain/line-streams.js';
import { runLines } from '../../src/plain/run.js';
import { course } from '../support/drill-course.js';
import { capturedOutput, numberOf, runTyped, session } from '../support/plain-session.js';

async function linesIn(chunks: Iterable<Buffer | string>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks, { objectMode: false }))) lines.push(line);
  return lines;
}

/** The bytes in chunks of these lengths, which are repeated. */
function chunksOf(bytes: Buffer, lengths: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunks.at(-1)?.length ?? 0)
    chunks.push(bytes.subarray(at, at + (lengths[chunks.length % lengths.length] ?? 1)));
  return chunks;
}

/** The bytes of /dev/zero. */
function* zeros(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(64 * 1024);
}

/** A wrong answer to the first question of the lesson. */
const LIBRARIAN = numberOf('who-wants', 'librarian');

/** A stream that sends nothing and never ends. */
const silence = (): Readable => new Readable({ read: () => {} });

/** 1, 1 and 2, again and again: a second try takes no choice that was tried. */
const yes = (): Readable =>
  new Readable({
    read() {
      this.push('1\n1\n2\n'.repeat(300));
    },
  });

function optionsOver(input: Readable, output: Writable, inLesson = true) {
  const { store } = session('voices');
  const options = {
    store,
    material: () => course.material,
    streams: lineStreams(input, output),
    width: () => 72,
    ascii: false,
    inLesson,
    unsaved: () => 0,
  };
  return { store, options };
}

describe('the lines of a stream', () => {
  test('are complete for any division into chunks', async () => {
    expect(await linesIn(['on', 'e\ntw', 'o\n\nfour'])).toEqual(['one', 'two', '', 'four']);
  });

  test('keep a character that arrives in two chunks', async () => {
    const bytes = Buffer.from('é\n');
    expect(await linesIn([bytes.subarray(0, 1), bytes.subarray(1)])).toEqual(['é']);
  });

  test('survive bytes that are not UTF-8', async () => {
    expect(await linesIn([Buffer.from([0xff, 0xfe, 0x0a, 0x31, 0x0a])])).toEqual([
      '\ufffd\ufffd',
      '1',
    ]);
  });

  test('are cut at 1,000 characters, and marked as cut', async () => {
    const [cut, whole] = await linesIn(['x'.repeat(1_001), `\n${'y'.repeat(1_000)}\n`]);
    expect(cut).toBe(`${'x'.repeat(1_000)}…`);
    expect(whole).toBe('y'.repeat(1_000));
  });

  test('end with LF, CR LF or CR, for any division into chunks', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n') });
    const lengths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(text, lengths, async (whole, pieces) => {
        const lines = whole.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
        if (lines.at(-1) === '') lines.pop();
        expect(await linesIn(chunksOf(Buffer.from(whole), pieces))).toEqual(lines);
      }),
    );
  });

  test('do not end with the separators of Unicode, or with a zero byte', async () => {
    const line = '1\u20281\u20291\u00851\0';
    expect(await linesIn([line, '\n'])).toEqual([line]);
  });

  test('come, cut, once a million characters brought no line end', async () => {
    const lines = linesOf(Readable.from(zeros(), { objectMode: false }));
    const [first, second] = [await lines.next(), await lines.next()];
    expect(first.value).toBe(`${'\0'.repeat(1_000)}…`);
    expect(second.value).toBe(first.value);
    await lines.return();
  });

  test('that are too long do not end as an answer, wherever they were cut', async () => {
    const long = Array.from({ length: 21 }, () => 'x'.repeat(50_000));
    const lines = await linesIn([...long, '1\n', '2\n']);
    expect(lines.map((line) => line.slice(-2))).toEqual(['x…', 'x…', '2']);
  });

  test('end if the stream fails', async () => {
    const broken = Readable.from(
      (function* () {
        yield '1\n';
        throw new Error('EIO');
      })(),
    );
    const lines: string[] = [];
    for await (const line of linesOf(broken)) lines.push(line);
    expect(lines).toEqual(['1']);
  });
});

describe('the input', () => {
  test('that never ends completes a lesson and is destroyed', async () => {
    const input = yes();
    const { result, text, answers } = await runTyped(input, { lesson: 'voices' });
    expect(result).toBe('quit');
    expect(text).toContain('of 2 on first try');
    expect(new Set(answers.map(({ check }) => check)).size).toBe(2);
    expect(input.destroyed).toBe(true);
  });

  test('is destroyed when the session ends for another reason', async () => {
    const input = silence();
    const { store, options } = optionsOver(input, capturedOutput().output);
    const result = runLines(options);
    await new Promise(setImmediate);
    store.dispatch({ type: 'quit' });
    expect(await result).toBe('quit');
    expect(input.destroyed).toBe(true);
  });

  test('counts even without a last line end', async () => {
    const { answers } = await runTyped(Readable.from(['\n1']), { lesson: 'voices' });
    expect(answers).toHaveLength(1);
  });

  test('gets no extra line end in a terminal', async () => {
    const input = Object.assign(Readable.from(['x\n', 'q\n']), { isTTY: true });
    const { output, text } = capturedOutput();
    const { options } = optionsOver(input, Object.assign(output, { isTTY: true }));
    await runLines(options);
    expect(text()).toMatch(/q quit: \n“x” isn't one of these: [^\n]*\n\n> [^\n]*: $/);
  });
});

describe('lines that mean nothing', () => {
  const unknown = (count: number): string[] => Array.from({ length: count }, () => 'x');

  test('end the session after 100 in a row', async () => {
    const input = new Readable({ read: () => {} });
    input.push('x\n'.repeat(1_000));
    const { result, text } = await runTyped(input, { lesson: 'voices' });
    expect(result).toBe('unknown-input');
    expect(text.match(/“x” isn't one of these/g)).toHaveLength(100);
    expect(input.destroyed).toBe(true);
  });

  test('end the session even without a line end', async () => {
    const input = Readable.from(zeros(), { objectMode: false });
    const { result, text } = await runTyped(input, { lesson: 'voices' });
    expect(result).toBe('unknown-input');
    expect(text).toContain('That line is longer than 1,000 characters. Type one of these: ');
  });

  test('end the session when a choice that was tried is typed again and again', async () => {
    const typed = ['', LIBRARIAN, '', ...Array.from({ length: 1_000 }, () => LIBRARIAN)];
    const { result, text, answers } = await runTyped(typed, { lesson: 'voices' });
    expect(result).toBe('unknown-input');
    expect(text.match(/You tried this answer already/g)).toHaveLength(100);
    expect(answers).toHaveLength(1);
  });

  test('are counted from the last line that means something', async () => {
    const typed = [...unknown(99), '?', ...unknown(99), 'r', ...unknown(99)];
    const { result } = await runTyped(typed, { lesson: 'voices' });
    expect(result).toBe('end-of-input');
  });

  test('may be any number in a terminal', async () => {
    const input = Object.assign(Readable.from([unknown(500).join('\n')]), { isTTY: true });
    expect((await runTyped(input, { lesson: 'voices' })).result).toBe('end-of-input');
  });
});

describe('answers that cannot be saved', () => {
  const unsavedAt = (count: number) => ({ lesson: 'voices', unsaved: () => count });

  test('end the session if there are more than 10,000 and nobody types', async () => {
    const input = yes();
    const { result, answers } = await runTyped(input, unsavedAt(10_001));
    expect(result).toBe('too-many-unsaved');
    expect(answers.length).toBeLessThan(2);
    expect(input.destroyed).toBe(true);
  });

  test('may be as many as 10,000, and any number in a terminal', async () => {
    expect((await runTyped(yes(), unsavedAt(10_000))).result).toBe('quit');
    const typed = Object.assign(Readable.from(['1\n1\n']), { isTTY: true });
    expect((await runTyped(typed, unsavedAt(10_001))).result).toBe('end-of-input');
  });
});

describe('the output', () => {
  test('waits for a slow reader', async () => {
    let waiting = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write: (_part, _encoding, done) => {
        setImmediate(() => {
          waiting -= 1;
          done();
        });
      },
    });
    const write = slow.write.bind(slow) as (...args: unknown[]) => boolean;
    slow.write = (...args: unknown[]) => {
      waiting += 1;
      most = Math.max(most, waiting);
      return write(...args);
    };
    await runLines(optionsOver(yes(), slow).options);
    expect(most).toBe(1);
  });

  test('without a reader ends the session quietly', async () => {
    let left = 3;
    const output = new Writable({
      write: (_part, _encoding, done) => {
        left -= 1;
        done(left < 0 ? Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }) : null);
      },
    });
    const input = yes();
    expect(await runLines(optionsOver(input, output, false).options)).toBe('end-of-input');
    expect(input.destroyed).toBe(true);
  });

  test('that closes while the program waits for an answer ends the session quietly', async () => {
    const input = silence();
    const { output } = capturedOutput();
    const result = runLines(optionsOver(input, output).options);
    await new Promise(setImmediate);
    output.destroy(new Error('EPIPE'));
    expect(await result).toBe('end-of-input');
    expect(input.destroyed).toBe(true);
  });

  test('that was closed from the start ends the session at once', async () => {
    const { output, text } = capturedOutput();
    output.destroy();
    expect(await runLines(optionsOver(silence(), output).options)).toBe('end-of-input');
    expect(text()).toBe('');
  });
});

test('an error from the ledger is thrown, and the input is destroyed', async () => {
  const input = silence();
  const { options } = optionsOver(input, capturedOutput().output);
  const material = () => {
    throw new Error('no record');
  };
  await expect(runLines({ ...options, material })).rejects.toThrow('no record');
  expect(input.destroyed).toBe(true);
});
