/** The system's error code, such as `ENOENT`; empty if the error has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

export const isFullDisk = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error));

type Reason = { readonly what: string; readonly toDo: string };

const NO_RIGHT: Reason = {
  what: 'permission denied',
  toDo: 'give yourself permission, or choose another folder with --data-dir',
};

const IN_THE_WAY: Reason = {
  what: 'a file is where a folder should be',
  toDo: 'move that file away, or choose another folder with --data-dir',
};

const NO_FILE: Reason = {
  what: 'it is a pipe, a socket or a device, and not a file',
  toDo: 'move it away, or choose another folder with --data-dir',
};

const FULL: Reason = { what: 'the disk is full', toDo: 'free some space' };

const REASONS: Readonly<Record<string, Reason>> = {
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  ENOTDIR: IN_THE_WAY,
  EEXIST: IN_THE_WAY,
  EISDIR: {
    what: 'a folder is where the file should be',
    toDo: 'move that folder away, or choose another with --data-dir',
  },
  ENOENT: {
    what: 'there is no such file or folder',
    toDo: 'choose another folder with --data-dir',
  },
  ENXIO: NO_FILE,
  EROFS: { what: 'the disk is read-only', toDo: 'choose another folder with --data-dir' },
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
};

/** Why the disk operation failed, and what to do, as parts of a sentence. */
export function reasonFor(error: unknown): Reason {
  const code = codeOf(error);
  const known = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  const systemText = code ? `the system says ${code}` : 'the system gives no reason';
  return known ?? { what: systemText, toDo: 'choose another folder with --data-dir' };
}
