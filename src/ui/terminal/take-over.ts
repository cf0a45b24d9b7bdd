import onExit from 'signal-exit';
import type { CourseRecord } from '../../core/course/ledger.js';
import type { SessionStore } from '../../core/session/store.js';
import { KeyStream, type TerminalInput } from './key-stream.js';

/** The terminal that screens are shown on, and the shell's job control around it. */
export type Terminal = {
  /** Turns a text into what the terminal's character set can show. */
  readonly marks: (text: string) => string;
  readonly stdin: TerminalInput;
  readonly stdout: NodeJS.WriteStream;
  /** Rejects when something fails outside any call; the terminal is given back first. */
  readonly fault: Promise<never>;
  /** Stops the program as the shell's job control does; resolves when it is in the foreground again. */
  readonly stop: () => Promise<void>;
  /** Calls back when something outside asks the program to stop (SIGTSTP). @returns a function that ends it */
  readonly onStopRequest: (ask: () => void) => () => void;
};

export type Screens = Terminal & {
  readonly store: SessionStore;
  readonly record: () => CourseRecord;
};

/** What is on screen, and how it is taken away again. */
export type Shown = {
  /** Ends the program on screen; resolves when the terminal is as before. */
  readonly leave: () => Promise<void>;
  /** Gives the terminal away while `meanwhile` lasts, then draws afresh. */
  readonly lend: (meanwhile: () => Promise<void>) => Promise<void>;
  /** Rejects when drawing fails; resolves when the screen is closed. */
  readonly closed: Promise<unknown>;
};

/** How the screens were left: by choice, or with Ctrl-C. */
export type Left = 'quit' | 'interrupt';

/** Shows the session until it is left. */
export async function startScreens(screens: Screens): Promise<Left> {
  const { store } = screens;
  let unsubscribe = (): void => {};
  try {
    return await onTerminal(screens, async (keys, quit) => {
      unsubscribe = store.subscribe(() => {
        if (store.state().left) quit();
      });
      const { showScreens } = await import('./draw.js');
      return showScreens(screens, keys);
    });
  } finally {
    unsubscribe();
  }
}

/**
 * Takes the terminal over first, reads what was typed so far, and loads Ink second, so that keys pressed in between are
 * kept; gives it back whatever happens.
 * @param show draws; calls `quit` when it is done
 */
export async function onTerminal(
  terminal: Terminal,
  show: (keys: KeyStream, quit: () => void) => Promise<Shown>,
): Promise<Left> {
  const left = deferred<Left>();
  let suspend = (): void => {};
  // A signal can come before Ink has taken over.
  const endGuard = onExit(() => leaveRawMode(terminal), { alwaysLast: true });
  const keys = new KeyStream(terminal.stdin, {
    interrupt: () => left.resolve('interrupt'),
    suspend: () => suspend(),
    gone: () => left.resolve('quit'),
  });
  let leave = async (): Promise<void> => {};
  try {
    await keys.caughtUp();
    const shown = await show(keys, () => left.resolve('quit'));
    suspend = oneAtATime(() => shown.lend(terminal.stop));
    const ignoreStops = terminal.onStopRequest(() => suspend());
    leave = async () => {
      // It is about to end: to stop it amid that would leave its screen on the shell's.
      suspend = () => {};
      await shown.leave();
      ignoreStops();
    };
    return await Promise.race([
      left.promise,
      shown.closed.then(() => 'quit' as const),
      terminal.fault,
    ]);
  } finally {
    await leave();
    keys.close();
    endGuard();
  }
}

/** The terminal may be gone by then. */
function leaveRawMode({ stdin }: Terminal): void {
  try {
    stdin.setRawMode(false);
  } catch {}
}

type Deferred<T> = { readonly promise: Promise<T>; readonly resolve: (value: T) => void };

function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A second request while the first is under way is the same request. */
function oneAtATime(work: () => Promise<void>): () => void {
  let busy = false;
  return () => {
    if (busy) return;
    busy = true;
    work().finally(() => {
      busy = false;
    });
  };
}
