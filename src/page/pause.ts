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
