import xterm from '@xterm/headless';

const POINTER = '❯';

/** A screen that is written to, and then tells on which row the pointer of a list stands; -1 for none. */
export function pointerScreen({ columns, rows }) {
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const row = (n) => screen.buffer.active.getLine(n)?.translateToString() ?? '';
  return (text) =>
    new Promise((resolve) => {
      screen.write(text, () =>
        resolve(Array.from({ length: rows }, (_, n) => row(n)).findIndex(hasPointer)),
      );
    });
}

const hasPointer = (row) => row.includes(POINTER);
