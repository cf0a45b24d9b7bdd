import { render, useApp } from 'ink';
import { type ReactElement, useEffect } from 'react';
import { FrameWriter } from './frame-writer.js';
import type { KeyStream } from './key-stream.js';
import type { Drawing } from './terminal.js';

/** Frames a second: high, since a key's frame must not wait for the one before. */
const MOST_FRAMES = 1000;

export function draw(app: ReactElement, stdout: NodeJS.WriteStream, keys: KeyStream): Drawing {
  let suspend: Drawing['suspend'] = (meanwhile) => meanwhile();
  const onSuspend = (by: Drawing['suspend']): void => {
    suspend = by;
  };
  const ink = render(
    <>
      <SuspendTerminal onSuspend={onSuspend} />
      {app}
    </>,
    {
      stdin: keys as unknown as NodeJS.ReadStream,
      stdout: new FrameWriter(stdout) as unknown as NodeJS.WriteStream,
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
  return { leave, suspend: (meanwhile) => suspend(meanwhile), closed };
}

/** Hands out Ink's own way of giving the terminal away, which only a component can get at. */
function SuspendTerminal({
  onSuspend,
}: {
  readonly onSuspend: (suspend: Drawing['suspend']) => void;
}): ReactElement | null {
  const { suspendTerminal } = useApp();
  useEffect(() => onSuspend(suspendTerminal), [onSuspend, suspendTerminal]);
  return null;
}
