import type { HostCommand } from '../../../live-room/host-command.js';
import { notDoneText } from '../../../messages/live-room/host-screen.js';
import type { HostedRoom } from './hosted-room.js';

/** Does one command after the other, until the room refuses one. @returns why it did */
export function doneIn(
  room: Pick<HostedRoom, 'command' | 'view'>,
  commands: readonly HostCommand[],
): string | undefined {
  for (const command of commands) {
    const refused = room.command(command);
    if (refused) return notDoneText(refused, command.do, room.view().phase === 'ended');
  }
  return undefined;
}
