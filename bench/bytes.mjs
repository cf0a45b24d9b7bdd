import { bytesOfFrame } from './frames.mjs';
import { SIZES } from './keys.mjs';
import { openList } from './list.mjs';
import { say } from './say.mjs';
import { HOME } from './starts.mjs';
import { row } from './table.mjs';

/**
 * The bytes that the program writes when the highlight moves at home, against those of the first frame. The entries of
 * two versions differ, so whole walks are compared, and not single keys.
 */
export async function bytesRows({ sides }, runs) {
  const measured = SIZES.map((size) => ({ size, keys: sides.map(() => []), frames: [] }));
  for (let run = 0; run < runs; run++) {
    say(`bytes of a key, ${run + 1} of ${runs}`);
    for (const { size, keys, frames } of measured)
      for (const [n, { program, none }] of sides.entries()) {
        const list = await openList([[program, '--data-dir', none], HOME], size);
        if (n === 0) frames.push(bytesOfFrame(list.first));
        keys[n].push(...list.walk.map(({ text }) => Buffer.byteLength(text)));
        await list.end();
      }
  }
  return measured.map(({ size: { columns, rows }, keys, frames }) =>
    row(`bytes of a key, ${columns}x${rows}`, keys, {
      unit: 'bytes',
      baseline: ['the first frame', frames],
      toReach: 300,
      toReachOf: 'value',
      block: keys[0].length / runs,
    }),
  );
}
