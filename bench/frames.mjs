/** Ink writes each frame as a synchronised update; until its end a terminal shows the frame before. */
const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';

/** Longer than any frame takes, however busy the machine: what has not come by then will not come. */
const LONGEST_WAIT = 30_000;

/** What a program writes, frame by frame: each is there when its end is, in however many pieces it comes. */
export function framesOf(pty) {
  let seen = '';
  let look = () => {};
  pty.onData((data) => {
    seen += data;
    look();
  });
  pty.onExit(() => look('the program ended'));

  /** All that is written until a frame has ended, and when it had. */
  const ending = (wanted, isThere) =>
    new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`${why} before ${wanted}: ${JSON.stringify(seen)}`));
      const late = setTimeout(fail, LONGEST_WAIT, `${LONGEST_WAIT} ms went by`);
      look = (why) => {
        if (why === undefined && !isThere(seen)) return;
        const frame = { text: seen, at: performance.now() };
        clearTimeout(late);
        look = () => {};
        if (why !== undefined) return fail(why);
        seen = '';
        resolve(frame);
      };
    });

  return {
    /** The first frame in which a text stands. */
    showing: (text) =>
      ending(
        `a frame with ${text}`,
        (so) => so.includes(text) && so.includes(END, so.indexOf(text)),
      ),

    /** The next frame after a key, and the milliseconds from one to the other. */
    async after(key) {
      if (seen.includes(END)) throw new Error(`no key asked for ${JSON.stringify(seen)}`);
      const began = performance.now();
      pty.write(key);
      const { text, at } = await ending('the frame of a key', (so) => so.includes(END));
      return { text, ms: at - began };
    },
  };
}

/** Bytes of the last frame in what was written, without what a program writes around its first. */
export const bytesOfFrame = (text) =>
  Buffer.byteLength(text.slice(text.lastIndexOf(BEGIN), text.lastIndexOf(END) + END.length));
