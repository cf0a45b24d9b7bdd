export type LineOutput = {
  /** Resolves when the stream has taken the text, or never will. Never rejects. */
  readonly write: (text: string) => Promise<void>;
  readonly isClosed: () => boolean;
};

/**
 * A stream to write on at its own pace. When its reader has gone away (or its disk is full), further texts are
 * dropped and `onClose` is called. The listener for errors stays on the stream: one that comes late must not end
 * the process with a stack trace.
 */
export function lineOutput(output: NodeJS.WritableStream, onClose: () => void): LineOutput {
  let closed = !output.writable;
  let taken = (): void => {};
  const close = (): void => {
    closed = true;
    taken();
    onClose();
  };
  output.on('error', close);
  output.on('close', close);
  const write = (text: string): Promise<void> =>
    new Promise((resolve) => {
      taken = resolve;
      output.write(text, (error) => (error ? close() : resolve()));
    });
  return { write: async (text) => (closed ? undefined : write(text)), isClosed: () => closed };
}
