import { render, useApp } from 'ink';
import { type ReactElement, useEffect } from 'react';
import type { KeyStream } from './key-stream.js';
import type { Shown } from './terminal.js';

/** Frames a second: high, since a key's frame must not wait for the one before. */
const MOST_FRAMES = 1000;

export function draw(app: ReactElement, stdout: NodeJS.WriteStream, keys: KeyStream): Shown {
  let lend: Shown['lend'] = (meanwhile) => meanwhile();
  const onLend = (by: Shown['lend']): void => {
    lend = by;
  };
  const ink = render(
    <>
      <LendTerminal onLend={onLend} />
      {app}
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
