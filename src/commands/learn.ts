import { isUtf8 } from '../core/ascii.js';
import { lessonToLearn, start } from '../core/session.js';
import { createSessionStore, type SessionStore } from '../core/session-store.js';
import type { OpenCourse } from '../io/open-course.js';
import type { ProgressStore } from '../io/progress-store.js';
import { chooseCourse } from './choose-course.js';
import { DONE, type Environment, INTERRUPTED, type Options } from './environment.js';
import { findLesson } from './find-lesson.js';
import { leaveLine } from './leave-line.js';
import { isPlain, onScreen } from './on-screen.js';
import { openProgress } from './open-progress.js';
import { worldOf } from './world-of.js';

/** Where to begin: at home, where the learner was, or in a lesson by id or number. */
export type Begin = { readonly at: 'home' } | { readonly at: 'lesson'; readonly lesson?: string };

/** Home and `learn [LESSON]`: the session, on screen or in lines. @returns the exit code */
export async function learn(
  begin: Begin,
  options: Options,
  environment: Environment,
): Promise<number> {
  const course = await chooseCourse(options, environment);
  const named = begin.at === 'lesson' && begin.lesson !== undefined;
  const asked = named ? findLesson(course.index, begin.lesson ?? '').id : undefined;
  const progress = openProgress(course.index, options, environment);
  const lesson =
    begin.at === 'home' ? undefined : (asked ?? lessonToLearn(course.index, progress.progress()));
  const isPlainly = isPlain(options, environment);
  const news = isPlainly ? () => undefined : newsOf(progress);
  const store = openSession(course, progress, options, lesson, news);
  try {
    const how = isPlainly
      ? await inLines(store, course, progress, environment, named)
      : await onScreen(store, course.record, options, environment);
    return how === 'interrupt' ? INTERRUPTED : DONE;
  } finally {
    // After a fault, too: what is not yet on disk is tried once more, and what was not saved is told.
    await progress.close();
    environment.stdout.write(`${leaveLine(progress, environment)}\n`);
  }
}

function openSession(
  course: OpenCourse,
  progress: ProgressStore,
  options: Options,
  lesson: string | undefined,
  news: () => string | undefined,
): SessionStore {
  const world = worldOf(course.lesson, options);
  return createSessionStore(
    start(course.index, progress.progress(), world, lesson),
    world,
    (happened) => {
      progress.append(happened);
      return progress.progress();
    },
    news,
  );
}

/** Each of the store's troubles once, several at a time as one text. */
function newsOf(progress: ProgressStore): () => string | undefined {
  let told = 0;
  return () => {
    const fresh = progress.troubles().slice(told);
    told += fresh.length;
    return fresh.length > 0 ? fresh.map(({ message }) => message).join(' ') : undefined;
  };
}

type Left = 'quit' | 'interrupt' | 'end-of-input';

const WIDEST_LINE = 72;

async function inLines(
  store: SessionStore,
  { record }: OpenCourse,
  progress: ProgressStore,
  { stdin, stdout, fault, env, platform }: Environment,
  inLesson: boolean,
): Promise<Left> {
  const { runLines } = await import('../plain/run-lines.js');
  const lines = runLines({
    store,
    record,
    streams: { input: stdin, output: stdout },
    width: Math.min(stdout.columns ?? WIDEST_LINE, WIDEST_LINE),
    ascii: !isUtf8(env, platform),
    troubles: () => progress.troubles().map(({ message }) => message),
    inLesson,
  });
  return Promise.race([lines, interrupted(), fault]);
}

const interrupted = (): Promise<'interrupt'> =>
  new Promise((resolve) => process.once('SIGINT', () => resolve('interrupt')));
