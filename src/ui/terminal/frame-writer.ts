import type { Size } from '../../core/window.js';

const ESC = '\x1b';
/** Ink writes these sequences around a frame, so that the terminal draws the frame all at once. */
const FRAME_BEGINS = `${ESC}[?2026h`;
const FRAME_ENDS = `${ESC}[?2026l`;
export const ALTERNATE_SCREEN = `${ESC}[?1049h`;
const CURSOR_HOME = `${ESC}[H`;
const CLEAR = `${ESC}[2J`;
/** Ink skips each unchanged row with `ESC [ E`; `ESC [ 3 E` skips three rows with fewer bytes. */
const STEPS_DOWN = new RegExp(`(?:${ESC}\\[E){2,}`, 'g');
const STEP_LENGTH = `${ESC}[E`.length;

/**
 * Ink writes to the terminal through this object. It writes each frame in one piece and with fewer bytes. It also moves
 * the cursor to the top left corner of the alternate screen: Ink expects it there, but terminals do not move it. And it
 * clears that screen: a program that was killed there left its page, and the terminal clears only a screen that it enters.
 * For a terminal that reports no size, Ink would start other programs to find one.
 *
 * It has only the parts of a terminal that Ink uses. It is not a Node stream: a stream could still hold the last writes
 * when the process ends, and the terminal would not be restored.
 */
export class FrameWriter {
  /** The text of the current frame so far; undefined between frames. */
  private frame: string | undefined;

  constructor(
    private readonly terminal: NodeJS.WriteStream,
    private readonly size: () => Size,
  ) {}

  get isTTY(): boolean {
    return this.terminal.isTTY;
  }

  get columns(): number {
    return this.size().columns;
  }

  get rows(): number {
    return this.size().rows;
  }

  get writable(): boolean {
    return this.terminal.writable;
  }

  get writableEnded(): boolean {
    return this.terminal.writableEnded;
  }

  get destroyed(): boolean {
    return this.terminal.destroyed;
  }

  on(event: string, listener: () => void): this {
    this.terminal.on(event, listener);
    return this;
  }

  off(event: string, listener: () => void): this {
    this.terminal.off(event, listener);
    return this;
  }

  /** @param done called after the terminal has accepted this text and all earlier text */
  write(text: string, done?: () => void): boolean {
    if (text === FRAME_BEGINS) this.beginFrame();
    if (this.frame === undefined) return this.terminal.write(adapted(text), done);
    this.frame += text;
    return text === FRAME_ENDS || done ? this.endFrame(done) : true;
  }

  private beginFrame(): void {
    this.frame ??= '';
    // Ink writes a frame within one task. If drawing throws, the part written so far must not stay here.
    queueMicrotask(() => this.endFrame());
  }

  private endFrame(done?: () => void): boolean {
    const { frame } = this;
    this.frame = undefined;
    return frame === undefined || this.terminal.write(adapted(frame), done);
  }
}

const adapted = (text: string): string =>
  text
    .replace(STEPS_DOWN, (steps) => `${ESC}[${steps.length / STEP_LENGTH}E`)
    .replace(ALTERNATE_SCREEN, ALTERNATE_SCREEN + CURSOR_HOME + CLEAR);
