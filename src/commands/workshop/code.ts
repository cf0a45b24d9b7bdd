import { randomInt } from 'node:crypto';
import type { CourseIndex } from '../../core/course/course.js';
import { lessonsTexts, rulesTexts } from '../../core/messages/exercise.js';
import type { Room } from '../../core/room/room.js';
import { makeRoomCode, shownCode } from '../../core/room/room-code.js';
import { SEEDS } from '../../core/room/room-code-content.js';
import { asciiText, isUtf8 } from '../../core/text/ascii.js';
import { largeCode } from '../../formats/large-letters.js';
import { type Block, layOut } from '../../plain/block.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { onOtherSystems } from '../hint/batch-form.js';
import { commandToType } from '../hint/command-to-type.js';
import { lineWidth } from '../line-width.js';
import { type RoomOptions, roomFromOptions } from './room-options.js';

const WIDEST = 72;

/** `workshop code [--lesson...] [--minutes N] [--feedback now|later]`: prints a code for a room. */
export async function workshopCode(
  roomOptions: RoomOptions,
  options: Options,
  environment: Environment,
): Promise<void> {
  const course = await chooseCourse(options, environment);
  const rules = roomFromOptions(course, roomOptions);
  const room = { ...rules, code: makeRoomCode(course, rules, randomInt(SEEDS)) };
  const { stdout, env, platform } = environment;
  const width = lineWidth(environment, Infinity);
  const large = options.plain ? undefined : largeCode(shownCode(room.code), width - 2 * MARGIN);
  const board = large ? `\n${large.map(indented).join('\n')}\n\n` : '';
  const text = `${board}${layOut(blocksOf(course.index, room, options, environment), Math.min(width, WIDEST))}\n`;
  stdout.write(isUtf8(env, platform) ? text : asciiText(text));
}

const MARGIN = 2;

const indented = (row: string): string => (row === '' ? '' : ' '.repeat(MARGIN) + row);

function blocksOf(
  index: CourseIndex,
  room: Room,
  { course }: Options,
  environment: Environment,
): Block[] {
  const words = ['workshop', 'join', shownCode(room.code)];
  // Leaves out --data-dir: other people's computers have other folders.
  const command = commandToType(words, { ...(course !== undefined && { course }) }, environment);
  const others = onOtherSystems(command);
  return [
    [`Code: ${shownCode(room.code)}`, 'Everyone types:', { command }, ...(others ? [others] : [])],
    [...lessonsTexts(index, room), ...rulesTexts(room)],
  ];
}
