import type { CourseRecord } from '../core/course.js';
import type { SessionStore } from '../core/session-store.js';
import { KeyStream, type TerminalInput } from './key-stream.js';

export type Screens = {
  readonly store: SessionStore;
  readonly record: () => CourseRecord;
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

/** How the screens were left: by choice, or with Ctrl-C. */
export type Left = 'quit' | 'interrupt';

/**
 * Shows the session until it is left. Takes the terminal over first and loads Ink second, so that keys pressed in
 * between are kept.
 */
export async function startScreens(screens: Screens): Promise<Left> {
  const left = deferred<Left>();
  let suspend = (): void => {};
  const keys = new KeyStream(screens.stdin, {
    interrupt: () => left.resolve('interrupt'),
    suspend: () => suspend(),
    gone: () => left.resolve('quit'),
  });
  const unsubscribe = screens.store.subscribe(() => {
    if (screens.store.state().left) left.resolve('quit');
  });
  let leave = async (): Promise<void> => {};
  try {
    const { showScreens } = await import('./run-screens.js');
    const shown = showScreens(screens, keys);
    suspend = oneAtATime(() => shown.lend(screens.stop));
    const ignoreStops = screens.onStopRequest(suspend);
    leave = async () => {
      ignoreStops();
      await shown.leave();
    };
    return await Promise.race([
      left.promise,
      shown.closed.then(() => 'quit' as const),
      screens.fault,
    ]);
  } finally {
    unsubscribe();
    await leave();
    keys.close();
  }
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
