import type { CourseIndex, LessonOutline } from '../../core/course/course.js';
import { lessonTitle } from '../../core/messages/lesson.js';
import { lessonStatus } from '../../core/progress/lesson-status.js';
import type { Progress } from '../../core/progress/progress.js';
import { capital, counted } from '../../core/text/english.js';
import { plainText } from '../../core/text/sanitize.js';
import { eraseProgress } from '../../io/progress/erase.js';
import type { ProgressStore } from '../../io/progress/store.js';
import { CUT_TEXT, isCut, linesOf } from '../../plain/line-input.js';
import { findLesson } from '../course/find-lesson.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { asUserError, UsageError, UserError } from '../errors.js';
import { commandToType } from '../hint/command-to-type.js';
import { openProgress, progressFolder } from './open-progress.js';
import { printWarnings } from './print-warnings.js';
import { recordOrFail } from './record.js';

export type ResetOptions = {
  readonly yes?: boolean;
  readonly undo?: boolean;
  readonly erase?: boolean;
};

/** `reset [LESSON] [--yes | --undo | --erase]` */
export async function reset(
  lessonName: string | undefined,
  choices: ResetOptions,
  options: Options,
  environment: Environment,
): Promise<void> {
  const { index } = await chooseCourse(options, environment);
  const lesson = lessonName === undefined ? undefined : findLesson(index, lessonName);
  if (choices.erase) return erase(index, lesson, options, environment);
  const store = openProgress(index, options, environment);
  printWarnings(store, environment);
  if (choices.undo) return undo(index, lesson, store, environment);
  return hide(index, lesson, { yes: choices.yes === true, store, options }, environment);
}

type HideContext = {
  readonly yes: boolean;
  readonly store: ProgressStore;
  readonly options: Options;
};

async function hide(
  course: CourseIndex,
  lesson: LessonOutline | undefined,
  { yes, store, options }: HideContext,
  environment: Environment,
): Promise<void> {
  const name = nameOf(course, lesson);
  const answers = answersIn(course, lesson, store.progress());
  const question = `Start ${name} again from the beginning? This hides ${counted(answers, 'answer')}; reset --undo brings them back. [y/N] `;
  if (!yes && !(await agrees([question], environment))) return;
  recordOrFail(store, {
    k: 'reset',
    ...(lesson && { lesson: lesson.id, checks: lesson.checks }),
  });
  await store.close();
  const undo = commandToType(['reset', '--undo'], options, environment);
  say(environment, `${capital(name)} starts again from the beginning. To undo this:\n${undo}`);
}

/** Undoes the latest reset, or the latest reset of one lesson. */
async function undo(
  course: CourseIndex,
  lesson: LessonOutline | undefined,
  store: ProgressStore,
  environment: Environment,
): Promise<void> {
  const latest = store.progress().resets.findLast((reset) => !lesson || reset.lesson === lesson.id);
  if (!latest) throw new UserError(`there is no reset of ${nameOf(course, lesson)} to undo`);
  recordOrFail(store, { k: 'reset', undo: latest.id });
  await store.close();
  const restored = course.lessons.find(({ id }) => id === latest.lesson);
  const answers = answersIn(course, restored, store.progress());
  say(
    environment,
    `The reset is undone: ${nameOf(course, restored)} has ${counted(answers, 'answer')} again.`,
  );
}

async function erase(
  course: CourseIndex,
  lesson: LessonOutline | undefined,
  options: Options,
  environment: Environment,
): Promise<void> {
  if (lesson)
    throw new UsageError('--erase deletes all progress in a course: leave the lesson out');
  const folder = progressFolder(course, options, environment);
  const questions = [
    `Delete all progress in “${course.title}” for good? Deleted progress cannot be brought back. [y/N] `,
    `This deletes the progress files of this version of the program in ${plainText(folder)}. Close all other windows of the program first, because an open window can save progress again. Really delete these files? [y/N] `,
  ];
  if (!(await agrees(questions, environment))) return;
  const { deleted, kept } = asUserError(() => eraseProgress(folder));
  say(
    environment,
    deleted.length > 0
      ? `Deleted: ${plainText(deleted.join(', '))}`
      : 'There was nothing to delete.',
  );
  for (const sentence of kept) say(environment, sentence);
}

const nameOf = (course: CourseIndex, lesson: LessonOutline | undefined): string =>
  lesson ? `lesson ${lessonTitle(course, lesson)}` : `the course “${course.title}”`;

function answersIn(
  course: CourseIndex,
  lesson: LessonOutline | undefined,
  progress: Progress,
): number {
  const lessons = lesson ? [lesson] : course.lessons;
  return lessons.reduce((sum, each) => sum + lessonStatus(each, progress).answered, 0);
}

function say({ stdout }: Environment, line: string): void {
  stdout.write(`${line}\n`);
}

/**
 * Asks the questions until one is not answered with y or yes. The end of input counts as no. Says so if nothing is to be
 * changed.
 */
async function agrees(questions: readonly string[], environment: Environment): Promise<boolean> {
  const lines = linesOf(environment.stdin);
  try {
    for (const question of questions) {
      environment.stdout.write(question);
      const { value: line = '' } = await lines.next();
      if (/^\s*y(es)?\s*$/i.test(line)) continue;
      const why = isCut(line) ? ` The answer is ${CUT_TEXT} and counts as no.` : '';
      say(environment, `Nothing was changed.${why}`);
      return false;
    }
    return true;
  } finally {
    await lines.return();
  }
}
