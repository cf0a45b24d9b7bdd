export type LineOutput = {
  /** Resolves when the stream has taken the text or has closed. Never rejects. */
  readonly write: (text: string) => Promise<void>;
  readonly isClosed: () => boolean;
};

/**
 * Writes to a stream at its own pace. If its reader is gone or its disk is full, calls `onClose` and drops further
 * texts. The error listener stays on the stream: a late error must not end the process with a stack trace.
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
