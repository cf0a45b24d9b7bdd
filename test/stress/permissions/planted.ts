import assert from 'node:assert/strict';
import { readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { PLANTED, plantedCode } from '../../support/planted-code.js';
import type { Case } from '../cases.js';
import { startPlain } from '../plain-program.js';
import {
  anyRights,
  type OwnProgram,
  openPlaces,
  ownProgram,
  type Rights,
  setRights,
} from './own-program.js';

export type Planted = {
  readonly file: Rights;
  readonly folder: Rights;
  readonly dist: Rights;
  /** Whether a link is in the folder's place. */
  readonly isLink: boolean;
};

const orPrivate = (mode: number): fc.Arbitrary<number> =>
  fc.oneof(fc.constant(mode), fc.integer({ min: 0, max: 0o1777 }));

export const anyPlanted: fc.Arbitrary<Planted> = fc.record({
  file: anyRights(orPrivate(0o600)),
  folder: anyRights(orPrivate(0o700)),
  // The user has to be able to read the program.
  dist: anyRights(fc.constantFrom(0o755, 0o775, 0o777, 0o1777)),
  isLink: fc.boolean(),
});

const OWN: Rights = { owner: undefined, mode: 0o700 };

/** It shows that planted code runs if only the user could have written it. */
export const ownCode: Planted = {
  file: { ...OWN, mode: 0o600 },
  folder: OWN,
  dist: OWN,
  isLink: false,
};

/** The rights that a umask of 0 left before, each alone. */
export const openFile: Planted = { ...ownCode, file: { ...OWN, mode: 0o666 } };
export const openFolder: Planted = { ...ownCode, folder: { ...OWN, mode: 0o777 } };

/** Others put compiled code in the place of the program's. It runs only if the user alone could have written it. */
export const plantedCase =
  (planted: Planted): Case =>
  async (folder) => {
    const own = ownProgram(folder);
    const list = () =>
      startPlain(['list', '--data-dir', own.data], {
        program: own.program,
        ...(own.user && { user: own.user }),
        cwd: folder,
      }).ended;
    const first = await list();
    assert.equal(first.code, 0, `not tried: the program ended with ${first.code}: ${first.err}`);
    plant(planted, own);
    const isSafe =
      !planted.isLink && openPlaces(own.compiled, own).length === 0 && isUsable(planted, own);
    const end = await list();
    const wanted = isSafe ? { ...first, out: PLANTED } : first;
    assert.deepEqual(end, wanted, `${JSON.stringify(planted)}: ${end.out.slice(0, 80)} ${end.err}`);
  };

const isUsable = ({ file, folder, dist }: Planted, { user }: OwnProgram): boolean => {
  const isOwn = dist.owner === undefined || dist.owner.uid === 0 || user === undefined;
  const isClosed = (dist.mode & 0o002) === 0 || (dist.mode & 0o1000) !== 0;
  return isOwn && isClosed && (file.mode & 0o400) !== 0 && (folder.mode & 0o500) === 0o500;
};

function plant({ file, folder, dist, isLink }: Planted, own: OwnProgram): void {
  const name = readdirSync(own.compiled).find((one) => one.startsWith('program-')) ?? '';
  const place = path.join(own.compiled, name);
  writeFileSync(place, plantedCode(own.dist, place));
  setRights(place, file);
  setRights(own.compiled, folder);
  if (isLink) {
    const elsewhere = path.join(own.folder, 'elsewhere');
    renameSync(own.compiled, elsewhere);
    symlinkSync(elsewhere, own.compiled);
  }
  setRights(own.dist, dist);
}
