import { takeOverTerminal } from '../terminal/take-over.js';
import type { LeaveReason } from '../terminal/terminal.js';
import type { RoomOnScreen } from './run-room.js';

/** Shows the room until the facilitator leaves it. */
export const startRoom = (shown: RoomOnScreen): Promise<LeaveReason> =>
  takeOverTerminal(shown, async (keys, quit) => {
    const { showRoom } = await import('./run-room.js');
    return showRoom(shown, keys, quit);
  });
