import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { isCourseFile } from './read-course-folder.js';

/** A file counts as saved once its size has not changed for `stabilityThreshold`. In milliseconds. */
const WRITTEN = { stabilityThreshold: 60, pollInterval: 15 };
/** Delay after the last change before calling back, in milliseconds: several files saved together are one change. */
const QUIET = 30;
/** How often to check what a watcher does not notice, in milliseconds. */
const LOOK_EVERY = 300;

/**
 * Calls back once at the start, after each change to the course files, when the folder is removed, restored or replaced,
 * and when the folder or a file can no longer be read, or can be read again. Such changes never make it throw.
 * @returns a function that stops watching
 */
export function watchFolder(folder: string, changed: () => void): () => void {
  // Looks first: if the caller cannot read a file, `seen` must say so. Otherwise nobody notices its return.
  const tell = whenQuiet(() => {
    look();
    changed();
  });
  let seen = lookAt(folder);
  let end = watchFiles(folder, tell.soon);
  // A watcher follows the folder, not its path, and does not notice a new folder at the same path. Nor does it recover
  // from a folder or a file that it could not read.
  const look = (): void => {
    const now = lookAt(folder);
    if (now === seen) return;
    seen = now;
    end();
    end = watchFiles(folder, tell.soon);
    tell.soon();
  };
  const looking = setInterval(look, LOOK_EVERY);
  return () => {
    clearInterval(looking);
    end();
    tell.never();
  };
}

/** Which folder it is, and which of its course files cannot be read; undefined if there is no such folder. */
function lookAt(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeMs } = statSync(folder);
    return [dev, ino, birthtimeMs, ...unreadableIn(folder)].join('/');
  } catch {
    return undefined;
  }
}

function unreadableIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter(isCourseFile);
    return names.filter((name) => !isReadable(path.join(folder, name)));
  } catch {
    return ['all'];
  }
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Polls if the system cannot watch: too many watchers, or a network drive. */
function watchFiles(folder: string, tell: () => void): () => void {
  let watcher = watcherOf(folder, false, tell);
  const end = (): void => {
    watcher.close().catch(() => {});
    // Closing removes the listeners, and an error event without a listener is thrown.
    watcher.on('error', () => {});
  };
  watcher.on('error', () => {
    end();
    watcher = watcherOf(folder, true, tell);
    watcher.on('error', tell);
  });
  return end;
}

/** Ignores editors' own files. Counts a file that an editor saves by renaming as changed. */
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
    .on('ready', tell); // files may have changed since they were read

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
