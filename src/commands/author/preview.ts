import path from 'node:path';
import { NO_COURSE } from '../../core/course-files/course-file.js';
import type { Parsed } from '../../core/course-files/parse-course.js';
import { plainText } from '../../core/text/sanitize.js';
import { isThere, shippedCourses } from '../../io/course/open-course.js';
import { findLesson } from '../course/find-lesson.js';
import type { Environment, Options } from '../environment.js';
import { UsageError, UserError } from '../errors.js';
import { INTERRUPTED, OK } from '../exit-codes.js';
import { isPlain, runOnScreen } from '../learn/run-screens.js';
import { previewSession } from './preview-session.js';

export type Previewed = { readonly place: string; readonly lesson: string | undefined };

/** `preview PATH [LESSON]`: the course on screen, anew at each save of its files. @returns the exit code */
export async function preview(
  { place, lesson }: Previewed,
  options: Options,
  environment: Environment,
): Promise<number> {
  refuseOptions(place, options, environment);
  const read = await courseReader(folderOf(place, environment));
  const first = read.now();
  refuseCourse(first, lesson);
  const { store, material, show } = previewSession(lesson, options);
  show(first);
  const endWatch = read.again(first, show);
  try {
    const left = await runOnScreen(store, material, options, environment);
    return left === 'interrupt' ? INTERRUPTED : OK;
  } finally {
    endWatch();
    environment.stdout.write('Preview only: nothing was saved.\n');
  }
}

function refuseOptions(place: string, options: Options, environment: Environment): void {
  if (options.course !== undefined)
    throw new UsageError('preview takes the course as its argument: leave --course out');
  if (!isPlain(options, environment)) return;
  const instead = `learn --plain --course ${plainText(place)}`;
  throw new UserError(`preview needs a terminal to draw on; for lines there is ${instead}`);
}

/** What comes with the program is compiled: an id leads to nothing that could be edited. */
function folderOf(place: string, { courses }: Environment): string {
  if (isThere(place) || !shippedCourses(courses).includes(place)) return path.resolve(place);
  throw new UserError(
    `'${plainText(place)}' comes with the program: preview needs the folder of a course’s files`,
  );
}

/** A course with mistakes is shown with them; what is no course at all, or has no such lesson, is refused. */
function refuseCourse(first: Parsed, lesson: string | undefined): void {
  if ('course' in first) {
    if (lesson !== undefined) findLesson(first.course.index, lesson);
    return;
  }
  const [problem] = first.problems;
  if (problem.rule === NO_COURSE) throw new UserError(`${problem.file}: ${problem.message}`);
}

type CourseReader = {
  readonly now: () => Parsed;
  /** Shows the course whenever its files say something else than before. @returns a function that ends it */
  readonly again: (before: Parsed, show: (read: Parsed) => void) => () => void;
};

/** YAML and the watcher are loaded here, for a preview only. */
async function courseReader(folder: string): Promise<CourseReader> {
  const { readCourseFolder } = await import('../../io/course/read-course-folder.js');
  const { watchFolder } = await import('../../io/course/watch-folder.js');
  const now = (): Parsed => readCourseFolder(folder);
  const again: CourseReader['again'] = (before, show) => {
    let told = JSON.stringify(before);
    return watchFolder(folder, () => {
      const read = unlessVanished(now);
      const text = JSON.stringify(read);
      if (!read || text === told) return;
      told = text;
      show(read);
    });
  };
  return { now, again };
}

/** Nothing when the folder goes away while it is read: that is a change of its own, and will be told. */
function unlessVanished(read: () => Parsed): Parsed | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}
