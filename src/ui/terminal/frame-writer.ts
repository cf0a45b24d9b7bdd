const ESC = '\x1b';
/** The marks that Ink writes around a frame: the terminal draws what is between them at once. */
const FRAME_BEGINS = `${ESC}[?2026h`;
const FRAME_ENDS = `${ESC}[?2026l`;
const ALTERNATE_SCREEN = `${ESC}[?1049h`;
const CURSOR_HOME = `${ESC}[H`;
/** Ink steps over an unchanged row with `ESC [ E`; `ESC [ 3 E` steps over three. */
const STEPS_DOWN = new RegExp(`(?:${ESC}\\[E){2,}`, 'g');
const STEP_LENGTH = `${ESC}[E`.length;

/**
 * Stands between Ink and the terminal. Writes each frame in one piece and with fewer bytes, and begins the alternate
 * screen at its top left corner, where Ink expects the cursor: terminals leave it where it was.
 *
 * Has what Ink uses of a terminal. It is no stream of Node's, since a stream could still hold the last writes when the
 * process ends, and the terminal would not be restored.
 */
export class FrameWriter {
  private readonly terminal: NodeJS.WriteStream;
  /** What was written of the frame so far; undefined outside a frame. */
  private frame: string | undefined;

  constructor(terminal: NodeJS.WriteStream) {
    this.terminal = terminal;
  }

  get isTTY(): boolean {
    return this.terminal.isTTY;
  }

  get columns(): number {
    return this.terminal.columns;
  }

  get rows(): number {
    return this.terminal.rows;
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

  /** @param done called when the terminal has taken this text and all before it */
  write(text: string, done?: () => void): boolean {
    if (text === FRAME_BEGINS) this.beginFrame();
    if (this.frame === undefined) return this.terminal.write(adapted(text), done);
    this.frame += text;
    return text === FRAME_ENDS || done ? this.endFrame(done) : true;
  }

  private beginFrame(): void {
    this.frame ??= '';
    // Ink writes a frame within one task. Should drawing throw, what it wrote so far must not stay here.
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
    .replace(ALTERNATE_SCREEN, ALTERNATE_SCREEN + CURSOR_HOME);
