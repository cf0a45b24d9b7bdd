import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  canRunAsNobody,
  giveAll,
  isRoot,
  NOBODY,
  SOMEBODY_ELSE,
  type User,
} from '../../support/other-user.js';
import { PROGRAM } from '../../support/terminal.js';
import { NotPossible } from '../cases.js';

/** A copy of the program, with everything in it owned by the user who runs it. */
export type OwnProgram = {
  /** Undefined if the tests run without root's rights: then that user runs the program, and owns everything. */
  readonly user: User | undefined;
  readonly folder: string;
  readonly dist: string;
  readonly program: string;
  /** Where V8's compiled code is saved. */
  readonly compiled: string;
  readonly data: string;
};

/** Compiled code that another program is just saving. */
const UNFINISHED = /\.bin\.\d+$/;

/**
 * Copies the program into an empty folder. Throws `NotPossible` if nobody but root can run it.
 * @param isCompiled whether with the code that earlier starts have compiled
 */
export function ownProgram(folder: string, { isCompiled = false } = {}): OwnProgram {
  if (process.platform === 'win32') throw new NotPossible('files have no owner and mode here');
  // Permissions do not stop root.
  if (isRoot && !canRunAsNobody()) throw new NotPossible('only root can run Node here');
  const dist = path.join(folder, 'program', 'dist');
  mkdirSync(path.dirname(dist));
  const compiled = path.join(dist, '.compiled');
  const isCopied = (from: string, to: string): boolean =>
    to === compiled ? isCompiled : !UNFINISHED.test(from);
  cpSync(path.dirname(PROGRAM), dist, { recursive: true, filter: isCopied });
  const user = isRoot ? NOBODY : undefined;
  if (user) giveAll(folder, user);
  const data = path.join(folder, 'data');
  return { user, folder, dist, program: path.join(dist, path.basename(PROGRAM)), compiled, data };
}

/** Without an owner, the place is the user's who runs the program. */
export type Rights = { readonly owner: User | undefined; readonly mode: number };

const OWNERS = isRoot ? [undefined, undefined, SOMEBODY_ELSE, { uid: 0, gid: 0 }] : [undefined];

export const anyRights = (mode: fc.Arbitrary<number>): fc.Arbitrary<Rights> =>
  fc.record({ owner: fc.constantFrom(...OWNERS), mode });

export function setRights(place: string, { owner, mode }: Rights): void {
  const { uid, gid } = owner ?? NOBODY;
  if (isRoot) chownSync(place, uid, gid);
  chmodSync(place, mode);
}

/** The files and folders at a place that are not the user's, or that others have rights to. */
export function openPlaces(place: string, { user }: OwnProgram): string[] {
  const uid = user?.uid ?? process.getuid?.();
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return [place, ...names.map((name) => path.join(place, name))].flatMap((one) => {
    const stats = lstatSync(one);
    const isOpen = stats.uid !== uid || (stats.mode & 0o077) !== 0;
    return isOpen
      ? [`${one} has the mode ${(stats.mode & 0o7777).toString(8)}, owner ${stats.uid}`]
      : [];
  });
}
