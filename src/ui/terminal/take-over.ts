import onExit from 'signal-exit';
import { KeyStream } from './key-stream.js';
import type { Drawing, LeaveReason, Terminal } from './terminal.js';

/**
 * Takes the terminal over first, reads what was typed so far, and loads Ink second, so that keys pressed in between are
 * kept; gives it back whatever happens.
 * @param show draws; calls `quit` when it is done
 */
export async function takeOverTerminal(
  terminal: Terminal,
  show: (keys: KeyStream, quit: () => void) => Promise<Drawing>,
): Promise<LeaveReason> {
  const left = deferred<LeaveReason>();
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
    suspend = oneAtATime(() => shown.suspend(terminal.stop));
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
