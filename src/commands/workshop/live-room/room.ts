import { randomInt } from 'node:crypto';
import type { LiveRoom, LiveRules, ServingPlace } from '../../../core/live-room/live-room.js';
import { charactersOf } from '../../../core/room/codes/base32.js';
import { makeRoomCode } from '../../../core/room/room-code.js';
import { SEEDS } from '../../../core/room/room-code-content.js';
import type { OpenCourse } from '../../../io/course/open-course.js';
import { CLOCK, monotonicClock } from '../../clock.js';
import { chooseCourse } from '../../course/open-course.js';
import type { Environment, Options } from '../../environment.js';
import { OK } from '../../exit-codes.js';
import { explainLines, isPlain } from '../../learn/run-screens.js';
import { isOwn, LOOPBACK, ownAddress } from './computer-addresses.js';
import { forgetEmptyRoom, forgetRoom } from './forget-room.js';
import { hostedRoom } from './hosted-room.js';
import { leadInLines } from './lead-in-lines.js';
import { leadOnScreen } from './lead-on-screen.js';
import { practise } from './practice.js';
import {
  newRules,
  portIn,
  type RoomCommandOptions,
  simulatedIn,
  USUAL_PORT,
} from './room-command-options.js';
import { roomFolder } from './room-folder.js';
import { openRoom } from './room-host.js';
import { served } from './served.js';

/** `workshop room`: opens a live room, and serves it until the facilitator leaves. @returns the exit code */
export async function workshopRoom(
  given: RoomCommandOptions,
  options: Options,
  environment: Environment,
): Promise<number> {
  if (given.forget !== undefined) {
    forgetRoom(given.forget, environment);
    return OK;
  }
  const [asked, count] = [placeIn(given), simulatedIn(given)];
  const course = await chooseCourse(options, environment);
  const { folder, found } = roomFolder(course, given, options, environment);
  const rules = found?.opened.rules ?? rulesOf(course, given);
  const now = monotonicClock(CLOCK.now());
  const host = openRoom({ course, folder, rules, now });
  const { port, address } = { ...placeBefore(host.room()), ...asked };
  const server = await served(host, { port, address }, environment).catch(async (error) => {
    await host.close();
    if (!found) forgetEmptyRoom(folder);
    throw error;
  });
  host.servedAt({ address, port: server.port });
  const stop = practise(count, host, server);
  const hosting = { host, server, address, folder, found, count, now };
  try {
    explainLines(options, environment);
    const lead = isPlain(options, environment) ? leadInLines : leadOnScreen;
    return await lead(hostedRoom(hosting, options, environment), options, environment);
  } finally {
    stop();
    await server.close();
    await host.close();
  }
}

/** The place that the options ask for. Throws a UsageError. */
const placeIn = (given: RoomCommandOptions): Partial<ServingPlace> => ({
  ...(given.port !== undefined && { port: portIn(given.port) }),
  ...(given.address !== undefined && { address: ownAddress(given.address) }),
});

/** Where people look for a room that goes on. If the computer has left that network, only this computer can reach it. */
function placeBefore({ place }: LiveRoom): ServingPlace {
  const { address = LOOPBACK, port = USUAL_PORT } = place ?? {};
  return { address: isOwn(address) ? address : LOOPBACK, port };
}

const DOOR_LENGTH = 4;

function rulesOf(course: OpenCourse, given: RoomCommandOptions): LiveRules {
  const { pace, room } = newRules(course, given);
  const code = makeRoomCode(course, room, randomInt(SEEDS));
  const door = charactersOf(Array.from({ length: DOOR_LENGTH }, () => randomInt(32)));
  return { pace, room: { ...room, code }, door: door.toLowerCase() };
}
