import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { testNode } from './terminal.js';

/** A user who can be given files: only root can do that. */
export type User = { readonly uid: number; readonly gid: number };

export const isRoot = process.getuid?.() === 0;

/** On most systems these are nobody's. No process needs to run as them. */
export const NOBODY: User = { uid: 65534, gid: 65534 };
export const SOMEBODY_ELSE: User = { uid: 65533, gid: 65533 };

/** Whether the tests can run the program as another user, who may not be allowed to reach Node. */
export const canRunAsNobody = (): boolean =>
  isRoot && spawnSync(testNode(), ['-e', ''], { ...NOBODY, cwd: '/' }).status === 0;

/** Gives a place and everything in it to a user. */
export function giveAll(place: string, { uid, gid }: User): void {
  chownSync(place, uid, gid);
  for (const name of readdirSync(place, { recursive: true, encoding: 'utf8' }))
    lchownSync(path.join(place, name), uid, gid);
}
