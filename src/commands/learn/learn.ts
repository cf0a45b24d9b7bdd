import { noDrillText } from '../../core/messages/review.js';
import { lessonToLearn, type Opening, start } from '../../core/session/start.js';
import { createSessionStore, type SessionStore } from '../../core/session/store.js';
import type { OtherCourse } from '../../core/state/menu-entry.js';
import type { OpenCourse } from '../../io/course/open-course.js';
import type { ProgressStore } from '../../io/progress/store.js';
import { sessionText } from '../../io/progress/warnings.js';
import { findLesson } from '../course/find-lesson.js';
import { chooseCourse } from '../course/open-course.js';
import { otherCourse } from '../course/other-course.js';
import type { Environment, Options } from '../environment.js';
import { UserError } from '../errors.js';
import type { ExitReason } from '../exit-codes.js';
import { exitCodeOf } from '../exit-codes.js';
import { openProgress } from '../progress/open-progress.js';
import { closeAndWarn } from '../progress/print-warnings.js';
import { goodbye } from './goodbye.js';
import { newWarnings } from './new-warnings.js';
import { type PendingInput, runPlain } from './run-plain.js';
import { isPlain, runOnScreen } from './run-screens.js';
import { sessionContext } from './session-context.js';

/** Where to begin: at home, where the learner was, in a lesson by id or number, or in a sitting. */
export type Destination =
  | { readonly at: 'home' | 'review' | 'drill' }
  | { readonly at: 'lesson'; readonly lesson?: string };

/** Home, `learn [LESSON]`, `review` and `drill`: the session, on screen or in lines. @returns the exit code */
export async function learn(
  begin: Destination,
  options: Options,
  environment: Environment,
): Promise<number> {
  const held: PendingInput = {};
  let sat = await sit(begin, options, environment, held);
  const stores = [sat.progress];
  // To another course and back: each has its own progress, and so a session of its own.
  while (sat.goTo !== undefined) {
    sat = await sit({ at: 'home' }, { ...options, course: sat.goTo }, environment, held);
    stores.push(sat.progress);
  }
  return exitCodeOf(sat.how, stores);
}

/** How a session was left, and for which course, if for one. */
type Sat = {
  readonly how: ExitReason;
  readonly goTo: string | undefined;
  readonly progress: ProgressStore;
};

async function sit(
  begin: Destination,
  options: Options,
  environment: Environment,
  held: PendingInput,
): Promise<Sat> {
  const course = await chooseCourse(options, environment);
  if (begin.at === 'drill' && !course.index.hasDrill)
    throw new UserError(noDrillText(course.index));
  const named = begin.at === 'lesson' && begin.lesson !== undefined;
  const asked = named ? findLesson(course.index, begin.lesson ?? '').id : undefined;
  const progress = openProgress(course.index, options, environment);
  const opening = openingOf(begin, asked ?? lessonToLearn(course.index, progress.progress()));
  const warnings = (): string[] => progress.warnings().map(sessionText);
  const isPlainly = isPlain(options, environment);
  const takeWarning = isPlainly ? () => undefined : newWarnings(warnings);
  const other = otherCourse(options, environment);
  const store = openSession(course, progress, options, { opening, other }, takeWarning);
  try {
    const how = isPlainly
      ? await runPlain(
          {
            store,
            material: course.material,
            warnings: warnings,
            inLesson: named || begin.at === 'review',
            held,
          },
          environment,
        )
      : await runOnScreen(store, course.material, options, environment);
    return { how, goTo: how === 'quit' ? store.state().switchTo : undefined, progress };
  } finally {
    // After a fault, too: what is not yet on disk is tried once more, and what was not saved is told.
    await closeAndWarn(progress, environment);
    environment.stdout.write(`${goodbye(progress, options, environment)}\n`);
  }
}

/** @param lesson the one to open where a lesson is; none where the course has none */
function openingOf({ at }: Destination, lesson: string | undefined): Opening | undefined {
  if (at === 'review' || at === 'drill') return { does: at };
  return at === 'lesson' && lesson !== undefined ? { does: 'open', lesson } : undefined;
}

function openSession(
  course: OpenCourse,
  progress: ProgressStore,
  options: Options,
  {
    opening,
    other,
  }: { readonly opening: Opening | undefined; readonly other: OtherCourse | undefined },
  takeWarning: () => string | undefined,
): SessionStore {
  const context = sessionContext(course, progress.history, options);
  return createSessionStore(
    start(course.index, progress.progress(), context, opening, other),
    context,
    (events) => {
      progress.append(events);
      return progress.progress();
    },
    takeWarning,
  );
}
