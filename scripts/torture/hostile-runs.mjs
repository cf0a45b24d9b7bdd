import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runsOf } from './hostile-folders.mjs';
import { inFolder, inLines, isCrash, together } from './program.mjs';
import { FAMILY_TEXTS, hiddenIn, printable } from './signs.mjs';

/**
 * The program itself over files with signs everywhere, in their names and in those of their folders, too: what it
 * prints and writes is looked at. A family of signs at a time, since each run takes a Node.
 */
export async function hostileRuns({ short, say, show, course }) {
  const told = { tried: 0, read: 0, faults: [] };
  say('files, what the program prints of them');
  const signs = short ? [FAMILY_TEXTS.join('')] : FAMILY_TEXTS;
  const runs = signs.flatMap((sign) => runsOf({ name: nameOf(sign), sign, show, course }));
  const those = short ? runs.filter((_, i) => i % 6 === 0) : runs;
  await together(those.length, (n) => inFolder((folder) => oneRun(folder, those[n], told)));
  return told;
}

/** A name of a file can hold no zero and no slash; and what has a line's end in it is no file of a course. */
const nameOf = (sign) => sign.replace(/[\0/\u2028]/g, '');

async function oneRun(outer, { name, make, args, input = '', written = {}, reads }, told) {
  const folder = path.join(outer, name);
  mkdirSync(folder);
  make(folder);
  const { out, err } = await inLines([...args, '--data-dir', 'data'], {
    input,
    env: { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    shell: (line) => `cd '${folder}' && '${process.execPath}' ${line}`,
  }).ended;
  told.tried += 1;
  told.read += reads.test(out + err) ? 1 : 0;
  const harms = {
    prints: hiddenIn(`${out}\n${err}`),
    fails: isCrash(err) ? printable(err.slice(0, 200)) : undefined,
    'was not read:': reads.test(out + err) ? undefined : printable((out + err).slice(0, 200)),
  };
  for (const [file, harmIn] of Object.entries(written))
    harms[file] = harmIn(fileText(folder, file));
  for (const [what, harm] of Object.entries(harms))
    if (harm) told.faults.push(`${args.join(' ')} ${what} ${harm}`);
}

function fileText(folder, file) {
  try {
    return readFileSync(path.join(folder, file), 'utf8');
  } catch {
    return ''; // that nothing was read is told
  }
}
