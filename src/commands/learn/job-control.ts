import type { Terminal } from '../../ui/terminal/terminal.js';

/** How long to wait for the stop, in milliseconds: without a shell, the system ignores SIGTSTP. */
const LONGEST_WAIT = 200;

/** Stops the complete foreground job, with npm and npx. Reports when others stop or continue the program. */
export function jobControl(): Pick<Terminal, 'stop' | 'onJobSignal'> {
  let listen = (): void => {};
  let ignore = (): void => {};
  return {
    stop: async () => {
      // The signal stops the process only if it has no listener.
      ignore();
      await stopAndContinue();
      listen();
    },
    onJobSignal: ({ stop, continued }) => {
      if (process.platform === 'win32') return () => {};
      const redraw = (): void => {
        refreshWindow();
        continued();
      };
      listen = () => {
        process.on('SIGTSTP', stop);
        process.on('SIGCONT', redraw);
      };
      ignore = () => {
        process.off('SIGTSTP', stop);
        process.off('SIGCONT', redraw);
      };
      listen();
      return () => {
        ignore();
        listen = () => {};
      };
    },
  };
}

/** Process id 0 means the process group: if only this process stopped, the shell would still wait for npm. */
async function stopAndContinue(): Promise<void> {
  if (process.platform === 'win32') return;
  await new Promise<void>((resolve) => {
    // After a long stop, the timer comes before SIGCONT, in the same turn of the event loop.
    const timer = setTimeout(() => setImmediate(done), LONGEST_WAIT);
    function done(): void {
      clearTimeout(timer);
      process.off('SIGCONT', done);
      refreshWindow();
      resolve();
    }
    process.once('SIGCONT', done);
    process.kill(0, 'SIGTSTP');
  });
}

/** The system reports a new window size to the foreground only. Node reads the size on this event. */
function refreshWindow(): void {
  process.emit('SIGWINCH', 'SIGWINCH');
}
