import { noDrillText } from '../../core/messages/review.js';
import { createSessionStore, type SessionStore } from '../../core/session/session-store.js';
import { lessonToLearn, type Opening, start } from '../../core/session/start.js';
import type { OtherCourse } from '../../core/state/menu-entry.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import type { ProgressStore } from '../../io/progress/store.js';
import { findLesson } from '../course/find-lesson.js';
import { chooseCourse } from '../course/open-course.js';
import { otherCourse } from '../course/other-course.js';
import type { Environment, Options } from '../environment.js';
import { UserError } from '../errors.js';
import type { ExitReason } from '../exit-codes.js';
import { exitCodeOf } from '../exit-codes.js';
import { commandToType } from '../hint/command-to-type.js';
import { openProgress } from '../progress/open-progress.js';
import { closeAndWarn } from '../progress/print-warnings.js';
import { goodbye } from './goodbye.js';
import { type LineRun, runPlain } from './run-plain.js';
import { explainLines, isPlain, runOnScreen } from './run-screens.js';
import { sessionContext } from './session-context.js';
import { storageNews } from './storage-news.js';

/** Where to begin. `lesson` is an id or number; without it, the session continues where the learner stopped. */
export type Destination =
  | { readonly at: 'home' | 'review' | 'drill' }
  | { readonly at: 'lesson'; readonly lesson?: string };

/** Runs home, `learn [LESSON]`, `review` or `drill`, on screen or in lines. @returns the exit code */
export async function learn(
  begin: Destination,
  options: Options,
  environment: Environment,
): Promise<number> {
  explainLines(options, environment);
  const run: LineRun = {};
  let end = await runSession(begin, options, environment, run);
  let unsaved = end.progress.unsaved();
  // Each course has its own progress, so switching the course starts a new session.
  while (end.nextCourse !== undefined) {
    const next = { ...options, course: end.nextCourse };
    end = await runSession({ at: 'home' }, next, environment, run);
    unsaved += end.progress.unsaved();
  }
  return exitCodeOf(end.reason, unsaved);
}

type SessionEnd = {
  readonly reason: ExitReason;
  /** The id of the course to open next, if the learner switched to one. */
  readonly nextCourse: string | undefined;
  readonly progress: ProgressStore;
};

async function runSession(
  begin: Destination,
  options: Options,
  environment: Environment,
  run: LineRun,
): Promise<SessionEnd> {
  const course = await chooseCourse(options, environment);
  if (begin.at === 'drill' && !course.index.hasDrill)
    throw new UserError(noDrillText(course.index));
  const isNamed = begin.at === 'lesson' && begin.lesson !== undefined;
  const named = isNamed ? findLesson(course.index, begin.lesson ?? '').id : undefined;
  const progress = openProgress(course.index, options, environment);
  const opening = openingOf(begin, named ?? lessonToLearn(course.index, progress.progress()));
  progress.tryToSave();
  const other = otherCourse(options, environment);
  const checklistCommand = commandToType(['checklist', 'today.html'], {}, environment);
  const store = openSession(course, progress, options, { opening, other, checklistCommand });
  try {
    const reason = isPlain(options, environment)
      ? await runPlain(
          {
            store,
            material: course.material,
            inLesson: isNamed || begin.at === 'review',
            unsaved: progress.unsaved,
            run,
          },
          environment,
        )
      : await runOnScreen(store, course.material, options, environment);
    const nextCourse = reason === 'quit' ? store.state().switchTo : undefined;
    return { reason, nextCourse, progress };
  } finally {
    // Even after a fault, saves what is left and reports what could not be saved.
    await closeAndWarn(progress, environment);
    environment.stdout.write(`${goodbye(progress, options, environment)}\n`);
  }
}

/** @param lesson the lesson to open; undefined if the course has no lesson */
function openingOf({ at }: Destination, lesson: string | undefined): Opening | undefined {
  if (at === 'review' || at === 'drill') return { does: at };
  return at === 'lesson' && lesson !== undefined ? { does: 'open', lesson } : undefined;
}

type SessionStart = {
  readonly opening: Opening | undefined;
  readonly other: OtherCourse | undefined;
  readonly checklistCommand: string;
};

function openSession(
  course: OpenCourse,
  progress: ProgressStore,
  options: Options,
  { opening, other, checklistCommand }: SessionStart,
): SessionStore {
  const context = sessionContext(course, progress.history, options);
  const first = start(course.index, progress.progress(), context, opening, other);
  const state = { ...first.state, checklistCommand };
  return createSessionStore(
    { ...first, state },
    {
      context,
      persist: (events) => {
        progress.append(events);
        return progress.progress();
      },
      news: storageNews(progress.warnings),
    },
  );
}
