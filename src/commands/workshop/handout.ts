import { handoutText } from '../../formats/handout.js';
import { handoutKeyText } from '../../formats/handout-key.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { endsAtOf, type RoomOptions, roomFromOptions, roomOf } from './room-options.js';

export type HandoutOptions = RoomOptions & { readonly key?: boolean; readonly code?: string };

/** `workshop handout [--key] [--code CODE] [--lesson...] [--minutes N | --until TIME]`: the exercise on paper, as Markdown. */
export async function workshopHandout(
  handoutOptions: HandoutOptions,
  options: Options,
  { stdout, ...environment }: Environment,
): Promise<void> {
  const course = await chooseCourse(options, { stdout, ...environment });
  const room =
    handoutOptions.code === undefined
      ? { ...roomFromOptions(course, handoutOptions), code: '' }
      : roomOf(course, handoutOptions.code, handoutOptions);
  // In a room, choices have the same order as on screen. Never the author's order, which may often put the key first.
  const seed = room.code === '' ? (options.seed ?? 'handout') : room.code;
  const handout = { course, material: course.material(), room, seed, endsAt: endsAtOf(room) };
  stdout.write(handoutOptions.key ? handoutKeyText(handout) : handoutText(handout));
}
