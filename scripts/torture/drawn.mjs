import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { record } from './program.mjs';

const nothing = () => {};

/** What Ink draws on: it keeps the latest frame, whole. */
class Window extends EventEmitter {
  isTTY = true;
  frame = '';
  write(text) {
    if (!text.startsWith('\x1b[?')) this.frame = text; // a mode is no frame
    return true;
  }
}

const keyboard = () =>
  Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: nothing,
    ref: nothing,
    unref: nothing,
  });

/** The program's own screen of a state, drawn by Ink, in a window of any size. */
export function drawing({ App, createElement, render, stringWidth }) {
  const window = Object.assign(new Window(), { columns: 80, rows: 24 });
  const typedAhead = { drop: nothing, dropEnters: nothing };
  const ink = render(null, {
    stdout: window,
    stdin: keyboard(),
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  let drawn = 0;
  return {
    /** @returns how many rows the frame of a state takes in a window */
    rowsOf: (state, size) => {
      Object.assign(window, size);
      drawn += 1;
      const store = { state: () => state, subscribe: () => nothing, dispatch: nothing };
      const props = { store, record: () => record, marks: (text) => text, typedAhead };
      ink.rerender(createElement(App, { key: drawn, ...props }));
      const takes = (row) => Math.max(1, Math.ceil(stringWidth(row) / size.columns));
      return window.frame === ''
        ? 0
        : window.frame.split('\n').reduce((sum, row) => sum + takes(row), 0);
    },
    drawn: () => drawn,
    close: () => ink.unmount(),
  };
}
