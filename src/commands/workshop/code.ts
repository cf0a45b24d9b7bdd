import { randomInt } from 'node:crypto';
import type { CourseIndex } from '../../core/course/course.js';
import { COLLECT_FILES, lessonsTexts, rulesTexts } from '../../core/messages/exercise.js';
import { madeWithText } from '../../core/room/made-with.js';
import type { Room } from '../../core/room/room.js';
import { makeRoomCode, shownCode } from '../../core/room/room-code.js';
import { SEEDS } from '../../core/room/room-code-content.js';
import { asciiText, isUtf8 } from '../../core/text/ascii.js';
import { VERSION } from '../../core/version.js';
import { windowSize } from '../../core/window.js';
import { largeCode } from '../../formats/large-letters.js';
import { type Block, layOut } from '../../plain/block.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { onOtherSystems } from '../hint/batch-form.js';
import { commandToType } from '../hint/command-to-type.js';
import { lineWidth } from '../line-width.js';
import { endsAtOf, type RoomOptions, roomFromOptions } from './room-options.js';

const WIDEST = 72;
const PIPE_WIDTH = 80;

/** `workshop code [--lesson...] [--minutes N | --until TIME] [--feedback now|later] [--certainty]`: prints a code for a room. */
export async function workshopCode(
  roomOptions: RoomOptions,
  options: Options,
  environment: Environment,
): Promise<void> {
  const course = await chooseCourse(options, environment);
  const rules = roomFromOptions(course, roomOptions);
  const room = { ...rules, code: makeRoomCode(course, rules, randomInt(SEEDS)) };
  const { stdout, env, platform } = environment;
  const width = lineWidth(environment, stdout.isTTY ? Number.POSITIVE_INFINITY : PIPE_WIDTH);
  const told = layOut(blocksOf(course.index, room, options, environment), Math.min(width, WIDEST));
  const large = options.plain ? undefined : boardOf(room, width, told, environment);
  const board = large ? `\n${large.map(indented).join('\n')}\n\n` : '';
  const text = `${board}${told}\n`;
  stdout.write(isUtf8(env, platform) ? text : asciiText(text));
}

const MARGIN = 2;

/** Empty rows above and below the letters, and the rows of the shell's prompt. */
const AROUND = 3;

/** The code in large letters that leave room for the text below them. */
function boardOf(
  { code }: Room,
  width: number,
  told: string,
  { stdout, env }: Environment,
): string[] | undefined {
  const rows = stdout.isTTY ? windowSize(stdout, env).rows : Number.POSITIVE_INFINITY;
  const space = { columns: width - 2 * MARGIN, rows: rows - told.split('\n').length - AROUND };
  return largeCode(shownCode(code), space);
}

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
    [
      ...lessonsTexts(index, room),
      ...rulesTexts(room, endsAtOf(room)),
      ...(room.certainty ? [COLLECT_FILES] : []),
      `Made with version ${madeWithText({ version: VERSION, words: index.words })}.`,
    ],
  ];
}
