import { createInterface } from 'node:readline/promises';
import type { CourseIndex, LessonOutline } from '../../core/course/course.js';
import { lessonTitle } from '../../core/messages/lesson.js';
import { lessonStatus } from '../../core/progress/lesson-status.js';
import type { Progress } from '../../core/progress/progress.js';
import { capital, counted } from '../../core/text/english.js';
import { plainText } from '../../core/text/sanitize.js';
import { eraseProgress } from '../../io/progress/erase.js';
import type { ProgressStore } from '../../io/progress/store.js';
import { findLesson } from '../course/find-lesson.js';
import { chooseCourse } from '../course/open-course.js';
import type { Environment, Options } from '../environment.js';
import { UsageError, UserError } from '../errors.js';
import { commandToType } from '../hint/command-to-type.js';
import { openProgress, progressFolder } from './open-progress.js';
import { recordOrFail } from './record.js';

export type ResetOptions = {
  readonly yes?: boolean;
  readonly undo?: boolean;
  readonly erase?: boolean;
};

/** `reset [LESSON] [--yes | --undo | --erase]` */
export async function reset(
  asked: string | undefined,
  how: ResetOptions,
  options: Options,
  environment: Environment,
): Promise<void> {
  const { index } = await chooseCourse(options, environment);
  const lesson = asked === undefined ? undefined : findLesson(index, asked);
  if (how.erase) return erase(index, lesson, options, environment);
  const store = openProgress(index, options, environment);
  if (how.undo) return undo(index, lesson, store, environment);
  return hide(index, lesson, { how, store, options }, environment);
}

type Hiding = {
  readonly how: ResetOptions;
  readonly store: ProgressStore;
  readonly options: Options;
};

async function hide(
  course: CourseIndex,
  lesson: LessonOutline | undefined,
  { how, store, options }: Hiding,
  environment: Environment,
): Promise<void> {
  const what = nameOf(course, lesson);
  const answers = answersIn(course, lesson, store.progress());
  const question = `Start ${what} afresh? This hides ${counted(answers, 'answer')}; reset --undo brings them back. [y/N] `;
  if (!how.yes && !(await agrees([question], environment)))
    return say(environment, 'Nothing was changed.');
  recordOrFail(store, {
    k: 'reset',
    ...(lesson && { lesson: lesson.id, checks: lesson.checks }),
  });
  await store.close();
  const undo = commandToType(['reset', '--undo'], options, environment);
  say(environment, `${capital(what)} starts afresh. To take this back: ${undo}`);
}

/** Takes back the latest reset, or the latest of the given lesson. */
async function undo(
  course: CourseIndex,
  lesson: LessonOutline | undefined,
  store: ProgressStore,
  environment: Environment,
): Promise<void> {
  const latest = store.progress().resets.findLast((one) => !lesson || one.lesson === lesson.id);
  if (!latest) throw new UserError(`there is no reset of ${nameOf(course, lesson)} to take back`);
  recordOrFail(store, { k: 'reset', undo: latest.id });
  await store.close();
  const back = course.lessons.find(({ id }) => id === latest.lesson);
  const answers = answersIn(course, back, store.progress());
  say(environment, `Taken back: ${nameOf(course, back)} has ${counted(answers, 'answer')} again.`);
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
    `Delete all progress in “${course.title}” for good? It cannot be undone. [y/N] `,
    `Everything in ${plainText(folder)} that this program wrote will be gone; close its other windows first, which would save what was done in them. Really delete it? [y/N] `,
  ];
  if (!(await agrees(questions, environment))) return say(environment, 'Nothing was changed.');
  const deleted = deleteAll(folder);
  say(
    environment,
    deleted.length > 0
      ? `Deleted: ${plainText(deleted.join(', '))}`
      : 'There was nothing to delete.',
  );
}

function deleteAll(folder: string): string[] {
  try {
    return [...eraseProgress(folder)];
  } catch (error) {
    throw new UserError(plainText(error instanceof Error ? error.message : String(error)));
  }
}

const nameOf = (course: CourseIndex, lesson: LessonOutline | undefined): string =>
  lesson ? `lesson ${lessonTitle(course, lesson)}` : `the course “${course.title}”`;

function answersIn(
  course: CourseIndex,
  lesson: LessonOutline | undefined,
  progress: Progress,
): number {
  const lessons = lesson ? [lesson] : course.lessons;
  return lessons.reduce((sum, one) => sum + lessonStatus(one, progress).answered, 0);
}

function say({ stdout }: Environment, line: string): void {
  stdout.write(`${line}\n`);
}

/** Whether each question is answered with y or yes; the end of input is a no. */
async function agrees(
  questions: readonly string[],
  { stdin, stdout }: Environment,
): Promise<boolean> {
  const lines = createInterface({ input: stdin });
  try {
    const answers = lines[Symbol.asyncIterator]();
    for (const question of questions) {
      stdout.write(question);
      const { value, done } = await answers.next();
      if (done || !/^\s*y(es)?\s*$/i.test(value)) return false;
    }
    return true;
  } finally {
    lines.close();
  }
}
