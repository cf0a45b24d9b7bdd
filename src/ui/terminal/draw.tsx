import { render, useApp } from 'ink';
import { type ReactElement, useLayoutEffect } from 'react';
import { ALTERNATE_SCREEN, FrameWriter } from './frame-writer.js';
import type { KeyStream } from './key-stream.js';
import type { Drawing, Terminal } from './terminal.js';

/** Frames per second. High, so that the frame for a key need not wait after the previous frame. */
const MOST_FRAMES = 1000;

export function draw(
  app: ReactElement,
  { stdout, size }: Pick<Terminal, 'stdout' | 'size'>,
  keys: KeyStream,
): Drawing {
  const writer = new FrameWriter(stdout, size);
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
      stdout: writer as unknown as NodeJS.WriteStream,
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
  const redraw = (): Promise<void> => {
    // Ink erases its last frame first. If another program has left the alternate screen, that would erase the shell's rows.
    writer.write(ALTERNATE_SCREEN);
    return suspend(async () => {});
  };
  return { leave, suspend: (meanwhile) => suspend(meanwhile), redraw, closed };
}

/**
 * Passes on Ink's `suspendTerminal`, which only a component can get. A layout effect runs with the first frame: after any
 * other effect, a stop right after that frame would leave the alternate screen on.
 */
function SuspendTerminal({
  onSuspend,
}: {
  readonly onSuspend: (suspend: Drawing['suspend']) => void;
}): ReactElement | null {
  const { suspendTerminal } = useApp();
  useLayoutEffect(() => onSuspend(suspendTerminal), [onSuspend, suspendTerminal]);
  return null;
}
