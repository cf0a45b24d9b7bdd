import path from 'node:path';
import { NO_COURSE } from '../../core/course-files/course-file.js';
import { plainText } from '../../core/text/sanitize.js';
import { isThere, shippedCourses } from '../../io/course/open-course.js';
import { findLesson } from '../course/find-lesson.js';
import type { Environment, Options } from '../environment.js';
import { UsageError, UserError } from '../errors.js';
import { INTERRUPTED, OK } from '../exit-codes.js';
import { commandToType } from '../hint/command-to-type.js';
import { isPlain, lacksWebAssembly, runOnScreen, savedSettings } from '../learn/run-screens.js';
import { NO_WEBASSEMBLY } from '../learn/web-assembly.js';
import { previewSession } from './preview-session.js';
import type { PreviewedCourse } from './previewed-course.js';

export type Previewed = { readonly place: string; readonly lesson: string | undefined };

/** `preview PATH [LESSON]`: shows a course, and shows it again after each change to its files. @returns the exit code */
export async function preview(
  { place, lesson }: Previewed,
  options: Options,
  environment: Environment,
): Promise<number> {
  refuseOptions(place, options, environment);
  const reader = await courseReader(folderOf(place, environment));
  const first = reader.read();
  refuseCourse(first, lesson);
  const { store, material, show } = previewSession(
    lesson,
    savedSettings(options, environment),
    options,
  );
  show(first);
  const endWatch = reader.watch(first, show);
  try {
    const reason = await runOnScreen(store, material, options, environment);
    return reason === 'interrupt' ? INTERRUPTED : OK;
  } finally {
    endWatch();
    environment.stdout.write('Preview only: nothing was saved.\n');
  }
}

function refuseOptions(place: string, options: Options, environment: Environment): void {
  if (options.course !== undefined)
    throw new UsageError(
      'preview shows only a folder: write the folder after preview, and leave --course out',
    );
  if (!isPlain(options, environment)) return;
  const instead = commandToType(['learn', '--plain'], { ...options, course: place }, environment);
  const missing = lacksWebAssembly(options, environment)
    ? NO_WEBASSEMBLY
    : 'preview needs a terminal to draw on';
  throw new UserError(`${missing}; to use numbered lines instead, type:\n${instead}`);
}

/** Refuses the id of a shipped course: shipped courses are compiled, and authors cannot edit them. */
function folderOf(place: string, { courses }: Environment): string {
  if (isThere(place) || !shippedCourses(courses).includes(place)) return path.resolve(place);
  throw new UserError(
    `'${plainText(place)}' comes with the program and cannot be changed: give the folder of a course instead`,
  );
}

/** Refuses a folder without a course, and an unknown lesson. Accepts a course with problems. */
function refuseCourse({ parsed: first }: PreviewedCourse, lesson: string | undefined): void {
  if ('course' in first) {
    if (lesson !== undefined) findLesson(first.course.index, lesson);
    return;
  }
  const [problem] = first.problems;
  if (problem.rule === NO_COURSE) throw new UserError(`${problem.file}: ${problem.message}`);
}

type CourseReader = {
  readonly read: () => PreviewedCourse;
  /** Calls `show` whenever the course or its findings have changed. @returns a function that stops watching */
  readonly watch: (
    before: PreviewedCourse,
    show: (previewed: PreviewedCourse) => void,
  ) => () => void;
};

/** Loads the YAML parser, the rules and the watcher here, because only a preview needs them. */
async function courseReader(folder: string): Promise<CourseReader> {
  const { readPreviewed } = await import('./previewed-course.js');
  const { watchFolder } = await import('../../io/course/watch-folder.js');
  const read = (): PreviewedCourse => readPreviewed(folder);
  const watch: CourseReader['watch'] = (before, show) => {
    let last = JSON.stringify(before);
    return watchFolder(folder, () => {
      const previewed = unlessVanished(read);
      const text = JSON.stringify(previewed);
      if (!previewed || text === last) return;
      last = text;
      show(previewed);
    });
  };
  return { read, watch };
}

/** Returns undefined if the folder vanishes during reading. The watcher reports that change separately. */
function unlessVanished(read: () => PreviewedCourse): PreviewedCourse | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}
