import type { Drawing, Terminal } from './terminal.js';

/** A program in a terminal that a shell can stop and continue. */
export type Stoppable = {
  /** Gives the terminal back, stops the program, and takes the terminal over again when the program goes on. */
  readonly stop: () => void;
  /** Call this when the screens are drawn for the first time. */
  readonly setDrawing: (drawing: Drawing) => void;
  /** Call this before leaving. If the program stopped while it leaves, its page would stay on the shell's screen. */
  readonly ignoreRequests: () => void;
  /** Lets the system stop the program again. */
  readonly close: () => void;
};

type JobRequest = 'stop' | 'redraw';

/**
 * Listens from the start, before raw mode is on: otherwise the system would stop the program at once, with raw mode and
 * the alternate screen still on.
 */
export function stoppable(terminal: Terminal): Stoppable {
  let drawing: Drawing | undefined;
  let ignores = false;
  const stopNow = async (): Promise<void> => {
    terminal.stdin.setRawMode(false);
    await terminal.stop();
    if (!ignores) terminal.stdin.setRawMode(true);
  };
  const ask = oneAtATime({
    stop: async () => {
      if (!ignores) await (drawing?.suspend(stopNow) ?? stopNow());
    },
    redraw: async () => {
      if (ignores) return;
      // The shell may have changed the mode, and Node sets a mode only if it differs from the last one that it set.
      // In the background, setting raw mode stops the program again, before it writes over the shell's screen.
      terminal.stdin.setRawMode(false);
      terminal.stdin.setRawMode(true);
      await drawing?.redraw();
    },
  });
  const stop = (): void => ask('stop');
  return {
    stop,
    setDrawing: (drawn) => {
      drawing = drawn;
    },
    ignoreRequests: () => {
      ignores = true;
    },
    close: terminal.onJobSignal({ stop, continued: () => ask('redraw') }),
  };
}

/** Does a request that comes during other work after that work. Ignores a request to stop during a stop. */
function oneAtATime(
  works: Readonly<Record<JobRequest, () => Promise<void>>>,
): (work: JobRequest) => void {
  let current: JobRequest | undefined;
  let next: JobRequest | undefined;
  const start = (work: JobRequest): void => {
    current = work;
    works[work]().finally(() => {
      current = undefined;
      const following = next;
      next = undefined;
      if (following) start(following);
    });
  };
  return (work) => {
    if (!current) start(work);
    else if (work === 'stop' ? current === 'redraw' : next !== 'stop') next = work;
  };
}
