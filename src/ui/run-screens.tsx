import { render, useApp } from 'ink';
import { type ReactElement, useEffect } from 'react';
import { scene } from '../core/scene.js';
import { App } from './app.js';
import type { KeyStream } from './key-stream.js';
import { meetMistakes } from './meet-mistakes.js';
import { Present } from './present.js';
import type { Screens, Shown } from './start-screens.js';
import type { Slides } from './start-slides.js';
import { FrameWriter } from './terminal/frame-writer.js';

/** Frames a second: high, since a key's frame must not wait for the one before. */
const MOST_FRAMES = 1000;

/** Draws the session on the terminal's alternate screen until it is told to leave. */
export function showScreens({ store, record, marks, stdout }: Screens, keys: KeyStream): Shown {
  const typedAhead = {
    drop: () => keys.dropTypedAhead(),
    dropEnters: () => keys.dropEnters(),
  };
  if (scene(store.state()).kind === 'check') keys.dropEnters();
  const endMeeting = meetMistakes(store, typedAhead.drop);
  const app = <App store={store} record={record} marks={marks} typedAhead={typedAhead} />;
  const shown = draw(app, stdout, keys);
  return {
    ...shown,
    leave: () => {
      endMeeting();
      return shown.leave();
    },
  };
}

/** Draws the slides of a room's report. */
export function showSlides(
  { slides, marks, stdout }: Slides,
  keys: KeyStream,
  quit: () => void,
): Shown {
  return draw(<Present slides={slides} marks={marks} quit={quit} />, stdout, keys);
}

function draw(app: ReactElement, stdout: NodeJS.WriteStream, keys: KeyStream): Shown {
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
