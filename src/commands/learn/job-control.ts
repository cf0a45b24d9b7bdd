/** How long to wait for being stopped, in milliseconds, where no shell is there to stop for. */
const LONGEST_WAIT = 200;

/** Ctrl-Z and SIGTSTP, as a shell's job control means them. */
export type JobControl = {
  /** Stops the whole foreground job, npm and npx included; resolves when it goes on. */
  readonly stop: () => Promise<void>;
  readonly onStopRequest: (ask: () => void) => () => void;
};

export function jobControl(): JobControl {
  let ask: (() => void) | undefined;
  const listen = (): void => {
    if (ask) process.on('SIGTSTP', ask);
  };
  const ignore = (): void => {
    if (ask) process.off('SIGTSTP', ask);
  };
  return {
    stop: async () => {
      // Without a listener the signal stops the process, as it would any other.
      ignore();
      await stopAndContinue();
      listen();
    },
    onStopRequest: (request) => {
      if (process.platform === 'win32') return () => {};
      ask = request;
      listen();
      return ignore;
    },
  };
}

/** Process id 0 is the whole group: stopping this process alone would leave the shell waiting for npm. */
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
