import { render, useApp } from 'ink';
import { type ReactElement, useEffect } from 'react';
import { scene } from '../core/scene.js';
import { App } from './app.js';
import type { KeyStream } from './key-stream.js';
import type { Screens } from './start-screens.js';

/** Frames a second: high, since a key's frame must not wait for the one before. */
const MOST_FRAMES = 1000;

export type Shown = {
  /** Ends the program on screen; resolves when the terminal is as before. */
  readonly leave: () => Promise<void>;
  /** Gives the terminal away while `meanwhile` lasts, then draws afresh. */
  readonly lend: (meanwhile: () => Promise<void>) => Promise<void>;
  /** Rejects when drawing fails; resolves when the screen is closed. */
  readonly closed: Promise<unknown>;
};

/** Draws the session on the terminal's alternate screen until it is told to leave. */
export function showScreens({ store, record, marks, stdout }: Screens, keys: KeyStream): Shown {
  let lend: Shown['lend'] = (meanwhile) => meanwhile();
  const onLend = (by: Shown['lend']): void => {
    lend = by;
  };
  const typedAhead = {
    drop: () => keys.dropTypedAhead(),
    dropEnters: () => keys.dropEnters(),
  };
  if (scene(store.state()).kind === 'check') keys.dropEnters();
  const ink = render(
    <>
      <LendTerminal onLend={onLend} />
      <App store={store} record={record} marks={marks} typedAhead={typedAhead} />
    </>,
    {
      stdin: keys as unknown as NodeJS.ReadStream,
      stdout,
      exitOnCtrlC: false,
      patchConsole: false,
      alternateScreen: true,
      incrementalRendering: true,
      // Under CI=true Ink would draw the last frame only.
      interactive: true,
      maxFps: MOST_FRAMES,
      onRender: () => keys.accept(),
    },
  );
  const closed = ink.waitUntilExit();
  const leave = async (): Promise<void> => {
    ink.unmount();
    await closed;
  };
  return { leave, lend: (meanwhile) => lend(meanwhile), closed };
}

/** Hands out Ink's own way of giving the terminal away, which only a component can get at. */
function LendTerminal({
  onLend,
}: {
  readonly onLend: (lend: Shown['lend']) => void;
}): ReactElement | null {
  const { suspendTerminal } = useApp();
  useEffect(() => onLend(suspendTerminal), [onLend, suspendTerminal]);
  return null;
}
