/** Ink writes each frame as a synchronised update: a terminal shows it when the update ends. */
const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';

/** In ms. No frame takes this long, even on a busy machine. */
const TIMEOUT = 120_000;

/** Reads the frames that a program writes to a pseudo-terminal. A frame may arrive in several pieces. */
export function framesOf(pty) {
  let written = '';
  let look = () => {};
  pty.onData((data) => {
    written += data;
    look();
  });
  pty.onExit(() => look('the program ended'));

  /** Resolves with the output and the time once `isThere(output)`. Rejects at a timeout or if the program ends. */
  const until = (wanted, isThere) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => look(`no frame within ${TIMEOUT} ms`), TIMEOUT);
      look = (failure) => {
        if (failure === undefined && !isThere(written)) return;
        const frame = { text: written, at: performance.now() };
        clearTimeout(timer);
        look = () => {};
        if (failure !== undefined)
          return reject(new Error(`${failure}, before ${wanted}: ${JSON.stringify(written)}`));
        written = '';
        resolve(frame);
      };
      look();
    });

  return {
    /** The first frame that contains a text. */
    showing: (text) =>
      until(`a frame with ${text}`, (output) => {
        const at = output.indexOf(text);
        return at >= 0 && output.includes(END, at);
      }),

    /** Presses a key. Resolves with the next frame and the milliseconds until it ended. */
    async after(key) {
      if (written.includes(END))
        throw new Error(`a frame that no key asked for: ${JSON.stringify(written)}`);
      const start = performance.now();
      pty.write(key);
      const { text, at } = await until('the frame of a key', (output) => output.includes(END));
      return { text, ms: at - start };
    },
  };
}

/** The bytes of the last frame in an output, without what a program writes before and after it. */
export const bytesOfFrame = (text) =>
  Buffer.byteLength(text.slice(text.lastIndexOf(BEGIN), text.lastIndexOf(END) + END.length));
