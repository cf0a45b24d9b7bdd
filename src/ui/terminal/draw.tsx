import { render, useApp } from 'ink';
import { type ReactElement, useEffect } from 'react';
import { FrameWriter } from './frame-writer.js';
import type { KeyStream } from './key-stream.js';
import type { Drawing } from './terminal.js';

/** Frames per second. High, so that the frame for a key need not wait after the previous frame. */
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
      // Without this, Ink draws only the last frame if CI=true.
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

/** Passes on Ink's `suspendTerminal`, which only a component can get. */
function SuspendTerminal({
  onSuspend,
}: {
  readonly onSuspend: (suspend: Drawing['suspend']) => void;
}): ReactElement | null {
  const { suspendTerminal } = useApp();
  useEffect(() => onSuspend(suspendTerminal), [onSuspend, suspendTerminal]);
  return null;
}
