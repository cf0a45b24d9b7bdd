import type { Drawing, Terminal } from './terminal.js';

/** A program in a terminal that a shell can stop and continue. */
export type Stoppable = {
  /** Gives the terminal back, stops the program, and takes the terminal over again when the program goes on. */
  readonly stop: () => void;
  /** From now on, something is drawn. */
  readonly setDrawing: (drawing: Drawing) => void;
  /** A program that stops while it leaves would leave its page on the shell's screen. */
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
      // The shell may have changed the modes without Node's knowledge. Node sets a mode only if it differs from the last.
      // In the background this stops the program again, before it writes over the shell's screen.
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

/** A request that comes during other work follows it. A second request to stop during a stop is the same request. */
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
