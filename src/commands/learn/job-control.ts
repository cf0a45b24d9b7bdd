/** How long to wait for the stop, in milliseconds: without a shell, the system ignores SIGTSTP. */
const LONGEST_WAIT = 200;

/** Ctrl-Z and SIGTSTP in a shell's job control. */
export type JobControl = {
  /** Stops the complete foreground job, with npm and npx; resolves when the job continues. */
  readonly stop: () => Promise<void>;
  /** @returns a function that removes the listener */
  readonly onStopRequest: (listener: () => void) => () => void;
};

export function jobControl(): JobControl {
  let listener: (() => void) | undefined;
  const listen = (): void => {
    if (listener) process.on('SIGTSTP', listener);
  };
  const ignore = (): void => {
    if (listener) process.off('SIGTSTP', listener);
  };
  return {
    stop: async () => {
      // The signal stops the process only if it has no listener.
      ignore();
      await stopAndContinue();
      listen();
    },
    onStopRequest: (request) => {
      if (process.platform === 'win32') return () => {};
      listener = request;
      listen();
      return ignore;
    },
  };
}

/** Process id 0 means the process group: if only this process stopped, the shell would still wait for npm. */
async function stopAndContinue(): Promise<void> {
  if (process.platform === 'win32') return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, LONGEST_WAIT);
    function done(): void {
      clearTimeout(timer);
      process.off('SIGCONT', done);
      resolve();
    }
    process.once('SIGCONT', done);
    process.kill(0, 'SIGTSTP');
  });
}
