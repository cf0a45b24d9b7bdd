import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FrameWriter } from '../../../src/ui/terminal/frame-writer.js';

class FakeTerminal extends EventEmitter {
  readonly isTTY = true;
  writable = true;
  writableEnded = false;
  destroyed = false;
  readonly written: string[] = [];

  write(text: string, done?: () => void): boolean {
    this.written.push(text);
    done?.();
    return true;
  }
}

const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';

const WINDOW = { columns: 40, rows: 12 };

let terminal: FakeTerminal;
let writer: FrameWriter;

beforeEach(() => {
  terminal = new FakeTerminal();
  writer = new FrameWriter(terminal as unknown as NodeJS.WriteStream, () => WINDOW);
});

describe('the output of Ink', () => {
  test('reaches the terminal at once outside a frame', () => {
    writer.write('\x1b[?25l');
    writer.write('text');
    expect(terminal.written).toEqual(['\x1b[?25l', 'text']);
  });

  test('reaches the terminal in one piece as a frame', () => {
    for (const text of [BEGIN, '\x1b[?25l', 'row', END]) writer.write(text);
    writer.write('after');
    expect(terminal.written).toEqual([`${BEGIN}\x1b[?25lrow${END}`, 'after']);
  });

  test('reaches the terminal even if the end of the frame never comes', async () => {
    writer.write(BEGIN);
    writer.write('row');
    expect(terminal.written).toEqual([]);
    await Promise.resolve();
    writer.write('after');
    expect(terminal.written).toEqual([`${BEGIN}row`, 'after']);
  });

  test('has reached the terminal when its callback runs', () => {
    const done = vi.fn();
    writer.write(BEGIN);
    writer.write('row');
    writer.write('', done);
    expect(terminal.written).toEqual([`${BEGIN}row`]);
    expect(done).toHaveBeenCalledOnce();
    writer.write('', done);
    expect(done).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['a\x1b[E\x1b[Eb', 'a\x1b[2Eb'],
    [`${'\x1b[E'.repeat(12)}x\x1b[E`, '\x1b[12Ex\x1b[E'],
    ['\x1b[E\x1b[Gx\x1b[E', '\x1b[E\x1b[Gx\x1b[E'],
  ])('moves over several rows at once: %j', (text, expected) => {
    writer.write(text);
    expect(terminal.written).toEqual([expected]);
  });

  test('begins at the top left corner of an empty alternate screen', () => {
    writer.write('\x1b[?1049h');
    writer.write('\x1b[?1049l');
    expect(terminal.written).toEqual(['\x1b[?1049h\x1b[H\x1b[2J', '\x1b[?1049l']);
  });
});

describe('the stream of Ink', () => {
  test('has the properties of the terminal and the size of the window', () => {
    expect(writer).toMatchObject({ isTTY: true, ...WINDOW });
    expect(writer).toMatchObject({ writable: true, writableEnded: false, destroyed: false });
    Object.assign(terminal, { writable: false, writableEnded: true, destroyed: true });
    expect(writer).toMatchObject({ writable: false, writableEnded: true, destroyed: true });
  });

  test('reports a new window size until Ink stops listening', () => {
    const onResize = vi.fn();
    writer.on('resize', onResize);
    terminal.emit('resize');
    writer.off('resize', onResize);
    terminal.emit('resize');
    expect(onResize).toHaveBeenCalledOnce();
  });
});
