import { PassThrough } from 'node:stream';
import { mock } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { KeyStream } from '../../../src/ui/terminal/key-stream.js';
import { isInPaste, splitKeys } from '../../../src/ui/terminal/parse-keys.js';
import { inPieces } from '../typed-keys.js';
import type { Stretch } from './plan.js';

/** Longer than the program waits for the rest of a sequence, and shorter than for the rest of a paste, in milliseconds. */
const PAUSE = 1000;

/** Turns of the event loop beyond one a key. */
const SPARE_TURNS = 3;

const nothing = (): void => {};

/** The keys of a text in one piece, given as bytes, and what belongs to the next text. */
function keysIn(text: string): { readonly keys: readonly string[]; readonly rest: string } {
  const { keys, rest } = splitKeys(text);
  if (isInPaste(rest) && !rest.endsWith('\x1b')) return { keys, rest };
  if (isInPaste(rest)) return { keys, rest: '' };
  return { keys: rest === '\x1b' ? [...keys, rest] : keys, rest: '' };
}

/**
 * Sends stretches in pieces to the program's own stream of keys, as a terminal delivers them.
 * @param take gets the keys of each stretch; returns whether it wants more
 * @returns a fault if they are other keys than those of the same text in one piece
 */
export async function typeInPieces(
  stretches: readonly Stretch[],
  take: (keys: readonly string[]) => boolean,
): Promise<string | undefined> {
  mock.timers.enable({ apis: ['setTimeout'] }); // a pause takes no time, and ends only where it should
  const input = Object.assign(new PassThrough(), {
    setRawMode: nothing,
    ref: nothing,
    unref: nothing,
  });
  const stream = new KeyStream(input, { interrupt: nothing, suspend: nothing, gone: nothing });
  const received: string[] = [];
  stream.on('data', (key: string) => received.push(key));
  let carried = '';
  try {
    for (const { text, pieces } of stretches) {
      const { keys, rest } = keysIn(carried + Buffer.from(text).toString('latin1'));
      carried = rest;
      for (const piece of inPieces(text, pieces)) input.emit('data', piece);
      mock.timers.tick(PAUSE);
      for (let n = keys.length + SPARE_TURNS; n > 0; n--) await turn();
      const came = received.splice(0);
      if (came.join('\n') !== keys.join('\n'))
        return `${JSON.stringify(text)} in pieces gave ${JSON.stringify(came)}, in one ${JSON.stringify(keys)}`;
      if (!take(came)) return undefined;
    }
    return undefined;
  } finally {
    stream.close();
    mock.timers.reset();
  }
}
