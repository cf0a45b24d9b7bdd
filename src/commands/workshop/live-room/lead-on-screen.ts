import { settingsOf } from '../../../core/settings.js';
import { asciiText } from '../../../core/text/ascii.js';
import type { HostedRoom } from '../../../core/views/live-room/host/hosted-room.js';
import type { Environment, Options } from '../../environment.js';
import { INTERRUPTED, OK } from '../../exit-codes.js';
import { savedSettings, terminalFor } from '../../learn/run-screens.js';
import { printFarewell } from './farewell.js';

/** Shows the room on the terminal's screen until the facilitator leaves it. @returns the exit code */
export async function leadOnScreen(
  room: HostedRoom,
  options: Options,
  environment: Environment,
): Promise<number> {
  const terminal = terminalFor(options, environment);
  const isAscii = settingsOf(savedSettings(options, environment)).ascii;
  const { startRoom } = await import('../../../ui/room/start-room.js');
  const how = await startRoom({ room, ...terminal, ...(isAscii && { glyphs: asciiText }) });
  printFarewell(room, environment);
  return how === 'interrupt' ? INTERRUPTED : OK;
}
