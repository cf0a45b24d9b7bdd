import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** Puts something else where the program expects its own file. @returns what ends it, if it needs an end */
export type Obstacle = (place: string) => void | Promise<() => void>;

/** Needs a system with pipes and devices in folders, so not Windows. */
export const OBSTACLES = {
  'a folder': (place) => void mkdirSync(place),
  'a folder with a file': (place) => {
    mkdirSync(place);
    writeFileSync(path.join(place, 'file'), 'text');
  },
  'a pipe': (place) => void execFileSync('mkfifo', [place]),
  'a socket': (place) =>
    new Promise((resolve, reject) => {
      const server = createServer().on('error', reject);
      server.listen(place, () => resolve(() => server.close()));
    }),
  'a device without end': (place) => symlinkSync('/dev/zero', place),
  'a full device': (place) => symlinkSync('/dev/full', place),
  'a link to nothing': (place) => symlinkSync('missing', place),
  'a link to itself': (place) => symlinkSync(path.basename(place), place),
} satisfies Readonly<Record<string, Obstacle>>;
