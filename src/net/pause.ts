/** Resolves after the time, when it is woken, or when the signal aborts. */
export function pause(milliseconds: number, signal: AbortSignal): Sleep {
  let wake = (): void => {};
  const done = new Promise<void>((resolve) => {
    wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(() => wake(), milliseconds);
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
  });
  return { done, wake };
}

export type Sleep = { readonly done: Promise<void>; readonly wake: () => void };
