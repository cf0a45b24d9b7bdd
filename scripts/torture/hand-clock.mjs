/** Time that passes when it is told to: no wait of the program's ends by itself meanwhile, however busy the machine is. */
export function handClock() {
  const { setTimeout, clearTimeout } = globalThis;
  const waiting = new Set();
  globalThis.setTimeout = (does) => {
    const timer = { does, unref: () => timer };
    waiting.add(timer);
    return timer;
  };
  globalThis.clearTimeout = (timer) => waiting.delete(timer);
  return {
    /** All that is waited for comes to its end. */
    pass: () => {
      const due = [...waiting];
      waiting.clear();
      for (const { does } of due) does();
    },
    giveBack: () => Object.assign(globalThis, { setTimeout, clearTimeout }),
  };
}
