import type { HostedRoom } from '../../core/views/live-room/host/hosted-room.js';
import { draw } from '../terminal/draw.js';
import type { KeyStream } from '../terminal/key-stream.js';
import type { Drawing, Terminal } from '../terminal/terminal.js';
import { RoomScreen } from './room-screen.js';

export type RoomOnScreen = Terminal & { readonly room: HostedRoom };

/** Draws the facilitator's screen of a live room. */
export function showRoom(
  { room, glyphs, ...terminal }: RoomOnScreen,
  keys: KeyStream,
  quit: () => void,
): Drawing {
  return draw(
    <RoomScreen
      room={room}
      glyphs={glyphs}
      quit={quit}
      dropTypedAhead={() => keys.dropTypedAhead()}
    />,
    terminal,
    keys,
  );
}
