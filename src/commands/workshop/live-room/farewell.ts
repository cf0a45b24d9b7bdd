import { FOR_ANOTHER_ROOM, SAME_COMMAND } from '../../../core/messages/live-room/host-screen.js';
import { asciiText, isUtf8 } from '../../../core/text/ascii.js';
import type { HostedRoom } from '../../../core/views/live-room/host/hosted-room.js';
import { type Block, layOut } from '../../../plain/block.js';
import { endBlock } from '../../../plain/live-room/room-blocks.js';
import type { Environment } from '../../environment.js';
import { lineWidth } from '../../line-width.js';

const WIDEST = 72;

/** Says where the results are, or how to go on with a room that has not ended. */
export function printFarewell(room: HostedRoom, environment: Environment): void {
  const block: Block =
    room.view().phase === 'ended'
      ? endBlock(room)
      : [SAME_COMMAND, { command: room.commands.same }, FOR_ANOTHER_ROOM];
  const text = `${layOut([block], lineWidth(environment, WIDEST))}\n`;
  const { stdout, env, platform } = environment;
  stdout.write(isUtf8(env, platform) ? text : asciiText(text));
}
