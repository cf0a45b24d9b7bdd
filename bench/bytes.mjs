import { bytesOfFrame } from './frames.mjs';
import { SIZES } from './keys.mjs';
import { openList } from './moves.mjs';
import { HOME } from './starts.mjs';
import { amountRow } from './table.mjs';

/** What a move of the highlight at home writes, against the whole first frame: of each start a frame and a walk. */
export async function bytesRows({ program, none }, runs, say) {
  const measured = SIZES.map((size) => ({ size, moves: [], frames: [] }));
  for (let run = 0; run < runs; run++) {
    say(`bytes of moves, ${run + 1} of ${runs}`);
    for (const { size, moves, frames } of measured) {
      const list = await openList([[program, '--data-dir', none], HOME], size);
      frames.push(bytesOfFrame(list.first));
      moves.push(...list.walk.map(({ text }) => Buffer.byteLength(text)));
      await list.end();
    }
  }
  return measured.map(({ size: { columns, rows }, moves, frames }) =>
    amountRow(`bytes for one move, ${columns}x${rows}`, moves, {
      unit: 'bytes',
      against: 'a whole frame',
      others: frames,
      toReach: 300,
    }),
  );
}
