import xterm from '@xterm/headless';

/** Longest wait for something on screen, in ms: far longer than needed, since test machines can be slow. */
export const LONGEST_WAIT = 15_000;

export type Ended = { readonly code: number; readonly signal: number };

/** The screen of a program that tests read and whose keys they press. */
export abstract class Screen {
  /** The complete output, including escape codes. */
  output = '';
  abstract readonly ended: Promise<Ended>;
  protected readonly screenModel: xterm.Terminal;
  protected exit: Ended | undefined;
  private readonly watchers = new Set<() => void>();

  constructor({ columns = 80, rows = 24, convertEol = false }) {
    const size = { cols: columns, rows };
    this.screenModel = new xterm.Terminal({ ...size, convertEol, allowProposedApi: true });
  }

  /** Sends keys as one write. After the end, nobody reads them. */
  press(...keys: readonly string[]): void {
    this.send(Buffer.from(keys.join('')));
  }

  /** Sends bytes, which may be part of a letter. */
  abstract send(bytes: Buffer): void;
  /** Does nothing after the end. */
  abstract resize(columns: number, rows: number): void;
  /** Ends the program after a test. */
  abstract discard(): Promise<unknown>;

  get isEnded(): boolean {
    return this.exit !== undefined;
  }

  protected take(data: string): void {
    this.screenModel.write(data, () => {
      this.output += data;
      if (!this.isMidFrame()) this.changed();
    });
  }

  /** Resolves after all that was written before the end, which the screen reads piece by piece. */
  protected endWith(exit: Ended): Promise<Ended> {
    return new Promise((resolve) => {
      this.screenModel.write('', () => {
        this.exit = exit;
        this.changed();
        resolve(exit);
      });
    });
  }

  rows(): string[] {
    return rowsOn(this.screenModel);
  }

  text(): string {
    return this.rows().join('\n');
  }

  /** The row with the pointer, or an empty text. */
  highlighted(): string {
    return this.rows().find((row) => /^\s*[❯>][ ✗]/.test(row)) ?? '';
  }

  /** The text of the choice at the pointer, which can take several rows. */
  highlightedChoice(): string {
    const rows = this.rows();
    const at = rows.findIndex((row) => /^\s*[❯>][ ✗]/.test(row));
    const more = rows.slice(at + 1).findIndex((row) => !/^ {7}\S/.test(row));
    return rows
      .slice(at, more < 0 ? undefined : at + 1 + more)
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/^ ?[❯>][ ✗]\d+ /, '')
      .replace(/ ?[▲▼]?$/, '');
  }

  isAlternateScreen(): boolean {
    return this.screenModel.buffer.active.type === 'alternate';
  }

  /** @returns whether it came true, before the end of the longest wait and of the program */
  async becomes(isTrue: () => boolean): Promise<boolean> {
    await this.until(() => isTrue() || this.isEnded, 'a change').catch(() => undefined);
    return isTrue();
  }

  /** Resolves when the screen shows the text, or what the function looks for; rejects with the screen when it never does. */
  async shows(wanted: string | RegExp | ((screen: this) => boolean)): Promise<void> {
    const isThere = (): boolean => {
      if (typeof wanted === 'function') return wanted(this);
      return typeof wanted === 'string' ? this.text().includes(wanted) : wanted.test(this.text());
    };
    await this.until(isThere, String(wanted));
  }

  private until(isThere: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.watchers.delete(look);
      };
      const look = (): void => {
        if (!isThere()) return;
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        const end = this.exit ? `, it ended with ${JSON.stringify(this.exit)}` : '';
        reject(new Error(`never shown: ${what}${end}; the screen:\n${this.text()}`));
      }, LONGEST_WAIT);
      this.watchers.add(look);
      look();
    });
  }

  /** Whether a frame is incomplete. Ink marks the beginning and end of each frame (synchronized output). */
  private isMidFrame(): boolean {
    return this.output.lastIndexOf('\x1b[?2026h') > this.output.lastIndexOf('\x1b[?2026l');
  }

  private changed(): void {
    for (const look of [...this.watchers]) look();
  }
}

/** The rows on a screen, without blanks at their ends. */
export const rowsOn = ({ rows, buffer: { active } }: xterm.Terminal): string[] =>
  Array.from({ length: rows }, (_, i) =>
    (active.getLine(active.viewportY + i)?.translateToString(true) ?? '').trimEnd(),
  );
