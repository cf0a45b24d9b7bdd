import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { handClock } from './hand-clock.mjs';
import { inPieces, typed } from './typed.mjs';

/** What is typed without a pause, as many of them as come one after the other; a pause ends a broken sequence. */
export const stretches = (mine, count) => {
  const all = [];
  for (let left = count; left > 0; ) {
    const next = Math.min(left, mine.whole(1, 40));
    all.push(typed(mine, next));
    left -= next;
  }
  return all;
};

/** The program's own stream of keys, on a terminal that hands over pieces. */
export function keyStreams({ KeyStream, isInPaste, splitKeys }) {
  const nothing = () => {};

  /** The keys of a stretch in one piece, with what was left over from the one before. */
  const whole = (text) => {
    const { keys, rest } = splitKeys(text);
    if (isInPaste(rest)) return { keys, rest };
    return { keys: rest === '\x1b' ? [...keys, rest] : keys, rest: '' };
  };

  /**
   * Hands `take` the keys of each stretch, which came in pieces, until it answers that it has enough.
   * @returns what is wrong: keys that are others than those of the same text in one piece
   */
  return async function handOver(mine, texts, take) {
    const terminal = Object.assign(new PassThrough(), { setRawMode: nothing });
    const clock = handClock();
    const stream = new KeyStream(terminal, {
      interrupt: nothing,
      suspend: nothing,
      gone: nothing,
    });
    const came = [];
    stream.on('data', (key) => came.push(key));
    let carried = '';
    try {
      for (const text of texts) {
        const { keys, rest } = whole(carried + text);
        carried = rest;
        for (const piece of inPieces(mine, text)) terminal.emit('data', piece);
        clock.pass();
        for (let n = keys.length + 3; n > 0; n--) await turn();
        const got = came.splice(0);
        if (got.join('\n') !== keys.join('\n'))
          return `${JSON.stringify(text)} in pieces gave ${JSON.stringify(got)}, in one ${JSON.stringify(keys)}`;
        if (take(got) === false) return undefined;
      }
      return undefined;
    } finally {
      stream.close();
      clock.giveBack();
    }
  };
}
