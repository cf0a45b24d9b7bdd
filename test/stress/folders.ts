import { dataFolder } from '../support/terminal.js';

/** Removes the folder when the work is done. */
export async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = dataFolder();
  try {
    return await work(folder.path);
  } finally {
    folder.remove();
  }
}

/** Works through 0 to count - 1, as many at a time as there are workers. */
export async function inParallel(
  count: number,
  work: (n: number) => Promise<void>,
  workers = 2,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const n = next;
      next += 1;
      await work(n);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
}
