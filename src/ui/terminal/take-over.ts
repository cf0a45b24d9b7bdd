import onExit from 'signal-exit';
import { firstOf } from '../../core/first-of.js';
import { KeyStream } from './key-stream.js';
import { stoppable } from './stoppable.js';
import type { Drawing, LeaveReason, Terminal } from './terminal.js';

/**
 * Takes over the terminal, reads what was typed so far, then lets `show` load Ink. This keeps keys typed meanwhile.
 * Gives the terminal back even if `show` throws.
 * @param show draws; calls `quit` when the session ends
 */
export async function takeOverTerminal(
  terminal: Terminal,
  show: (keys: KeyStream, quit: () => void) => Promise<Drawing>,
): Promise<LeaveReason> {
  const exit = deferred<LeaveReason>();
  // A signal can come before Ink has taken over, and even before raw mode is on.
  const endGuard = onExit(() => leaveRawMode(terminal), { alwaysLast: true });
  const job = stoppable(terminal);
  const keys = new KeyStream(terminal.stdin, {
    interrupt: () => exit.resolve('interrupt'),
    suspend: job.stop,
    gone: () => exit.resolve('quit'),
  });
  let leave = async (): Promise<void> => {};
  try {
    await keys.caughtUp();
    const drawing = await show(keys, () => exit.resolve('quit'));
    job.setDrawing(drawing);
    leave = drawing.leave;
    return await firstOf([
      exit.promise,
      drawing.closed.then(() => 'quit' as const),
      terminal.fault,
    ]);
  } finally {
    job.ignoreRequests();
    await leave();
    keys.close();
    job.close();
    endGuard();
  }
}

/** Ignores an error: the terminal may be gone. */
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
