import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { type Key, type RenderOptions, render, useInput, useStdin } from 'ink';
import { createElement, type ReactNode } from 'react';
import stringWidth from 'string-width';
import type { CourseMaterial } from '../../../src/core/course/ledger.js';
import type { State } from '../../../src/core/state/state.js';
import { App } from '../../../src/ui/app.js';
import type { WindowSize } from '../window-size.js';

/** A key as Ink reads it. */
export type Press = { readonly input: string; readonly key: Key };

const nothing = (): void => {};

/** A terminal's output that keeps the latest frame. */
class FrameStream extends EventEmitter {
  isTTY = true;
  columns = 80;
  rows = 24;
  frame = '';
  write(text: string): boolean {
    if (!text.startsWith('\x1b[?')) this.frame = text; // a mode is no frame
    return true;
  }
}

/** Ink on a terminal in memory. With `debug`, each frame is written whole. */
function renderInMemory(node: ReactNode) {
  const stdout = new FrameStream();
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: nothing,
    ref: nothing,
    unref: nothing,
  });
  const terminal = { stdout, stdin } as unknown as Pick<RenderOptions, 'stdout' | 'stdin'>;
  const options = { debug: true, exitOnCtrlC: false, patchConsole: false };
  return { stdout, ink: render(node, { ...terminal, ...options }) };
}

/** Draws the program's own screen of a state. */
export function screenInMemory() {
  const { stdout, ink } = renderInMemory(null);
  const typedAhead = { drop: nothing };
  const glyphs = (text: string): string => text;
  let drawn = 0;
  return {
    /** @returns how many rows of a window the frame of a state takes */
    rowsOf: (state: State, material: () => CourseMaterial, size: WindowSize): number => {
      Object.assign(stdout, size);
      drawn += 1;
      const store = { state: () => state, subscribe: () => nothing, dispatch: nothing };
      const props = { store, material, glyphs: glyphs, typedAhead };
      ink.rerender(createElement(App, { key: drawn, ...props }));
      return heightOf(stdout.frame, size.columns);
    },
    drawn: () => drawn,
    close: () => ink.unmount(),
  };
}

/** A line that is wider than the window takes several of its rows. */
function heightOf(frame: string, columns: number): number {
  if (frame === '') return 0;
  const rows = frame.split('\n').map((line) => Math.ceil(stringWidth(line) / columns));
  return rows.reduce((sum, count) => sum + Math.max(1, count), 0);
}

/** Reads keys as the program's screen gets them: with Ink's own hook. */
export async function keysInMemory() {
  let input = new EventEmitter();
  let latest: Press | undefined;
  const Reader = (): null => {
    useInput((text, key) => {
      latest = { input: text, key };
    });
    input = (useStdin() as unknown as { readonly internal_eventEmitter: EventEmitter })
      .internal_eventEmitter;
    return null;
  };
  const { ink } = renderInMemory(createElement(Reader));
  await turn(); // the hook listens after the first frame
  const known = new Map<string, Press>(); // the same few keys come a million times
  const read = (text: string): Press => {
    latest = undefined;
    input.emit('input', text);
    if (!latest) throw new Error(`Ink read nothing of ${JSON.stringify(text)}`);
    return latest;
  };
  return {
    read: (text: string): Press => {
      const press = known.get(text) ?? read(text);
      known.set(text, press);
      return press;
    },
    close: () => ink.unmount(),
  };
}
