import { handoutKeyText, handoutText } from '../../formats/handout.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { type RoomOptions, roomOf, saidRoom } from './room-options.js';

export type HandoutOptions = RoomOptions & { readonly key?: boolean; readonly code?: string };

/** `workshop handout [--key] [--code CODE] [--lesson...]`: the exercise on paper, as Markdown. */
export async function workshopHandout(
  asked: HandoutOptions,
  options: Options,
  { stdout, ...environment }: Environment,
): Promise<void> {
  const course = await chooseCourse(options, { stdout, ...environment });
  const room =
    asked.code === undefined
      ? { ...saidRoom(course, asked), code: '' }
      : roomOf(course, asked.code, asked);
  // As everyone's on screen, where it is a room's; else not as written, where the key may often come first.
  const seed = room.code === '' ? (options.seed ?? 'handout') : room.code;
  const handout = { course, material: course.material(), room, seed };
  stdout.write(asked.key ? handoutKeyText(handout) : handoutText(handout));
}
