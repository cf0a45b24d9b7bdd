import path from 'node:path';
import { NO_ROOM } from '../../core/room-report/paper-room.js';
import { plainText } from '../../core/text/sanitize.js';
import { handoutPage } from '../../formats/handout.js';
import { isPaperHtml, paperHtml } from '../../formats/handout-html.js';
import { keyPage } from '../../formats/handout-key.js';
import { paperMarkdown } from '../../formats/handout-markdown.js';
import { writeTextFile } from '../../io/files/text-file.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { asUserError } from '../errors.js';
import { endsAtOf, type RoomOptions, roomFromOptions, roomOf } from './room-options.js';

export type HandoutOptions = RoomOptions & {
  readonly key?: boolean;
  readonly code?: string;
  readonly html?: string;
};

/** `workshop handout [--key] [--html FILE] [--code CODE] [--lesson...]`: the exercise on paper, as Markdown or HTML. */
export async function workshopHandout(
  handoutOptions: HandoutOptions,
  options: Options,
  environment: Environment,
): Promise<void> {
  const { stdout, stderr } = environment;
  const { code, key, html } = handoutOptions;
  const course = await chooseCourse(options, environment);
  const room =
    code === undefined
      ? { ...roomFromOptions(course, handoutOptions), code: '' }
      : roomOf(course, code, handoutOptions);
  // In a room, choices have the same order as on screen. Never the author's order, which may often put the key first.
  const seed = room.code === '' ? (options.seed ?? NO_ROOM) : room.code;
  const handout = { course, material: course.material(), room, seed, endsAt: endsAtOf(room) };
  const page = key ? keyPage(handout) : handoutPage(handout);
  if (html === undefined) stdout.write(paperMarkdown(page));
  else stderr.write(written(html, paperHtml(page)));
}

/** Writes the file, or replaces an earlier handout. @returns what to say about it */
function written(file: string, text: string): string {
  const place = path.resolve(file);
  const kept = asUserError(() => writeTextFile(place, text, isPaperHtml));
  return `Written: ${plainText(place)}\n${kept && `${kept}\n`}`;
}
