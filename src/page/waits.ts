/**
 * How long to wait before the next try: longer each time, and not the same for all people of a room.
 * @param tries those that failed, from 1
 * @returns milliseconds
 */
export const waitAfter = (tries: number): number =>
  Math.min(300 * 2 ** (tries - 1), 2_500) * (1 + Math.random() / 2);

/** A wait that can be cut short. */
export type TabPause = { readonly over: Promise<void>; readonly end: () => void };

export function pause(milliseconds: number): TabPause {
  let end = (): void => {};
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    end = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { over, end };
}
