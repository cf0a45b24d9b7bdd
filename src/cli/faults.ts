import { UserError } from '../commands/errors.js';
import { OK } from '../commands/exit-codes.js';

const DISK_FULL = 'the output could not be written because the disk is full: free some space';

/** Rejects with what is thrown outside any call. A reader that closed the output early, as `head` does, is no fault. */
export function faults(): Promise<never> {
  const fault = new Promise<never>((_, reject) => {
    process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(OK);
      else if (error.code === 'EIO') hangUp();
      else if (error.code === 'ENOSPC') reject(new UserError(DISK_FULL));
      else reject(error);
    });
    process.on('unhandledRejection', reject);
  });
  // A fault that comes before anything waits for it must not count as unhandled itself.
  fault.catch(() => {});
  return fault;
}

/** After the terminal's window closed, `process.exit` aborts in Node 20: it cannot restore a terminal that is gone. */
function hangUp(): void {
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}
