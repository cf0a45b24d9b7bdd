export const NO_WEBASSEMBLY =
  'screens need WebAssembly, which a memory limit (ulimit -v) or --jitless turns off here';

/** Node has WebAssembly, but the types of Node do not. */
type Global = {
  readonly WebAssembly?: { readonly Memory: new (size: { readonly initial: number }) => object };
};

let isThere: boolean | undefined;

/**
 * Whether WebAssembly works in this process. Ink computes its layout with it. We ask before the screens take over the
 * terminal.
 */
export function hasWebAssembly(): boolean {
  isThere ??= canReserveMemory();
  return isThere;
}

/** Even the smallest memory reserves 8 GB of addresses on most systems. With --jitless, there is no WebAssembly. */
function canReserveMemory(): boolean {
  const { WebAssembly } = globalThis as Global;
  try {
    return WebAssembly !== undefined && new WebAssembly.Memory({ initial: 1 }) !== undefined;
  } catch {
    return false;
  }
}
