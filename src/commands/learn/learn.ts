import { noDrillText } from '../../core/messages/review.js';
import type { Room } from '../../core/room/room.js';
import { createSessionStore, type SessionStore } from '../../core/session/session-store.js';
import { lessonToLearn, type Opening, start } from '../../core/session/start.js';
import type { SessionContext } from '../../core/state/context.js';
import type { OtherCourse } from '../../core/state/menu-entry.js';
import type { Next } from '../../core/state/state.js';
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
import { lateCommand } from '../progress/late-command.js';
import { openProgress } from '../progress/open-progress.js';
import { peopleHere } from '../progress/people-here.js';
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
  joinRoom: JoinRoom,
): Promise<number> {
  explainLines(options, environment);
  const run: LineRun = {};
  try {
    return await runSessions(begin, options, environment, joinRoom, run);
  } finally {
    for (const text of run.left?.values() ?? []) environment.stdout.write(text);
  }
}

async function runSessions(
  begin: Destination,
  options: Options,
  environment: Environment,
  joinRoom: JoinRoom,
  run: LineRun,
): Promise<number> {
  let current = options;
  let end = await runSession({ begin }, current, environment, run);
  let unsaved = end.unsaved();
  // Each course and each exercise has its own progress, so it starts a new session.
  for (let { next } = end; next !== undefined; { next } = end) {
    if (next.at === 'course') current = { ...options, course: next.course };
    end =
      next.at === 'room'
        ? await joinRoom(next, current, environment, run)
        : await runSession(homeAfter(next), current, environment, run);
    unsaved += end.unsaved();
  }
  return exitCodeOf(end.reason, unsaved);
}

/** Runs the exercise of a room, and leads home again. */
export type JoinRoom = (
  room: Extract<Next, { at: 'room' }>,
  options: Options,
  environment: Environment,
  run: LineRun,
) => Promise<SessionEnd>;

export type SessionEnd = {
  readonly reason: ExitReason;
  readonly next: Next | undefined;
  /** How many entries could not be saved. */
  readonly unsaved: () => number;
};

type SessionBegin = { readonly begin: Destination; readonly notice?: string | undefined };

const homeAfter = (next: Next): SessionBegin => ({
  begin: { at: 'home' },
  notice: 'notice' in next ? next.notice : undefined,
});

async function runSession(
  { begin, notice }: SessionBegin,
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
  const context = {
    ...sessionContext(course, progress.history, options),
    peopleHere: (room: Room) => peopleHere(course, room, options, environment),
    lateCommand: (room: Room) => lateCommand(course, room, undefined, options, environment),
  };
  const store = openSession(course, progress, context, {
    opening,
    other,
    checklistCommand,
    notice,
  });
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
    const next = reason === 'quit' ? store.state().next : undefined;
    return { reason, next, unsaved: progress.unsaved };
  } finally {
    // Even after a fault, saves what is left and reports what could not be saved.
    await closeAndWarn(progress, environment);
    // An exercise leads home again, and then this is said.
    if (store.state().next?.at !== 'room' || progress.unsaved() > 0)
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
  readonly notice: string | undefined;
};

function openSession(
  course: OpenCourse,
  progress: ProgressStore,
  context: SessionContext,
  { opening, other, checklistCommand, notice }: SessionStart,
): SessionStore {
  const first = start(course.index, progress.progress(), context, opening, other);
  const state = { ...first.state, checklistCommand, ...(notice !== undefined && { notice }) };
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
