import { statSync } from 'node:fs';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { isCourseFile } from './read-course-folder.js';

/** How long a file must have kept its size to count as saved, and how often that is looked at, in milliseconds. */
const WRITTEN = { stabilityThreshold: 60, pollInterval: 15 };
/** How long all must have been quiet, in milliseconds: several files saved together are one change. */
const QUIET = 30;
/** How often it is looked whether the folder is still the same one, in milliseconds. */
const LOOK_EVERY = 300;

/**
 * Calls back after each change of the course files in a folder, once when it begins, and when the folder goes away,
 * comes back or is replaced. Nothing that happens to the folder makes it throw.
 * @returns a function that ends it
 */
export function watchFolder(folder: string, changed: () => void): () => void {
  const tell = whenQuiet(changed);
  let identity = identityOf(folder);
  let end = watchFiles(folder, tell.soon);
  // What watches a folder follows it, not its path: it sees nothing of one that has taken its place.
  const look = setInterval(() => {
    const now = identityOf(folder);
    if (now === identity) return;
    identity = now;
    end();
    end = watchFiles(folder, tell.soon);
  }, LOOK_EVERY);
  return () => {
    clearInterval(look);
    end();
    tell.never();
  };
}

function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeMs } = statSync(folder);
    return [dev, ino, birthtimeMs].join(' ');
  } catch {
    return undefined;
  }
}

/** Where the system cannot watch (too many watchers, a network drive), by looking again and again. */
function watchFiles(folder: string, tell: () => void): () => void {
  let watcher = watcherOf(folder, false, tell);
  const end = (): void => {
    watcher.close().catch(() => {});
    // Closing takes the listeners away, and an error that nobody listens to is thrown.
    watcher.on('error', () => {});
  };
  watcher.on('error', () => {
    end();
    watcher = watcherOf(folder, true, tell);
    watcher.on('error', tell);
  });
  return end;
}

/** Editors' own files in the folder are passed over; a file saved by renaming another counts as changed. */
const watcherOf = (folder: string, usePolling: boolean, tell: () => void): FSWatcher =>
  watch(folder, {
    depth: 0,
    ignoreInitial: true,
    atomic: true,
    awaitWriteFinish: WRITTEN,
    ignored: (file) => path.relative(folder, file) !== '' && !isCourseFile(path.basename(file)),
    ...(usePolling && { usePolling }),
  })
    .on('all', tell)
    .on('ready', tell); // what has changed since the files were read

function whenQuiet(call: () => void): { soon: () => void; never: () => void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(call, QUIET);
    },
    never: () => clearTimeout(timer),
  };
}
