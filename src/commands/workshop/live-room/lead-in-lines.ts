import { firstOf } from '../../../core/first-of.js';
import { isUtf8 } from '../../../core/text/ascii.js';
import type { HostedRoom } from '../../../core/views/live-room/host/hosted-room.js';
import { lineStreams } from '../../../plain/line-streams.js';
import { runRoomLines } from '../../../plain/live-room/run-room-lines.js';
import type { Environment, Options } from '../../environment.js';
import { INTERRUPTED, OK } from '../../exit-codes.js';
import { interrupted, withCtrlC } from '../../learn/run-plain.js';
import { lineWidth } from '../../line-width.js';
import { clockNow } from '../room-options.js';
import { printFarewell } from './farewell.js';

const WIDEST = 72;

/** Prints what happens in the room and takes typed commands, until the facilitator leaves. @returns the exit code */
export async function leadInLines(
  room: HostedRoom,
  _: Options,
  environment: Environment,
): Promise<number> {
  const { stdin, stdout, env, platform, fault } = environment;
  const streams = withCtrlC(lineStreams(stdin, stdout));
  const running = runRoomLines({
    ...{ room, streams, clock: clockNow },
    width: () => lineWidth(environment, WIDEST),
    ascii: !isUtf8(env, platform),
  });
  const ending = endSignal();
  const how = await firstOf([running, interrupted(), ending.arrived, fault]);
  streams.stop();
  if (room.view().phase !== 'ended') printFarewell(room, environment);
  ending.forward(how);
  return how === 'interrupt' ? INTERRUPTED : OK;
}

type EndSignal = {
  readonly arrived: Promise<NodeJS.Signals>;
  /** Ends the program as the signal would have, once its files are closed. */
  readonly forward: (how: unknown) => void;
};

const SIGNALS = ['SIGTERM', 'SIGHUP'] as const;

/** A signal that ends the program: the room is closed first. */
function endSignal(): EndSignal {
  let stop = (): void => {};
  const arrived = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of SIGNALS) process.once(signal, resolve);
    stop = () => {
      for (const signal of SIGNALS) process.off(signal, resolve);
    };
  });
  return {
    arrived,
    forward: (how) => {
      stop();
      const signal = SIGNALS.find((one) => one === how);
      if (signal) process.once('exit', () => process.kill(process.pid, signal));
    },
  };
}
