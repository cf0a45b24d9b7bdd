import type { Lesson, Step } from '../course/course.js';
import type { CourseMaterial, Passage } from '../course/ledger.js';
import { checksIn, stepOfCheck } from '../course/lesson.js';
import { isClosedInExercise } from '../progress/exercise.js';
import { passagesRead } from '../progress/passages-read.js';
import type { State } from '../state/state.js';

/**
 * The passages that the learner can look back at. In a lesson these are the passages of its readings up to this step.
 * Outside lessons, and before any reading, they are all that were read.
 */
export function visiblePassages(state: State, material: CourseMaterial): readonly Passage[] {
  const ids = passagesHere(state, material);
  const passages = material.passages.filter(({ id }) => ids.includes(id));
  return passages.length > 0 ? passages : passagesShown(state, material);
}

/**
 * The passages that were read, and those that this lesson has shown. An author sees all in a preview, and everyone after
 * the hand-in of an exercise.
 */
export function passagesShown(state: State, material: CourseMaterial): readonly Passage[] {
  const { course, progress, preview } = state;
  if (preview || progress.exercise?.handedIn !== undefined) return material.passages;
  const read = passagesRead(course.lessons, progress);
  const here = passagesHere(state, material);
  return material.passages.filter(({ id }) => read.has(id) || here.includes(id));
}

/** The passages that are still to come: some lesson of the course, or of the exercise, shows them. */
export function passagesToCome(state: State, material: CourseMaterial): readonly Passage[] {
  const shown = passagesShown(state, material);
  const { course, progress } = state;
  const rooms = progress.exercise?.room.lessons;
  const ids = course.lessons
    .filter(({ id }) => rooms === undefined || rooms.includes(id))
    .flatMap(({ readings = {} }) => Object.values(readings).flat());
  return material.passages.filter((one) => ids.includes(one.id) && !shown.includes(one));
}

/**
 * The ids of the passages of this lesson's readings up to this step. Practice can ask the row of a board alone; then the
 * step is that of its board. A lesson without readings may be about any passage, and has to show them all.
 */
function passagesHere({ route }: State, { passages }: CourseMaterial): readonly string[] {
  if (route.name !== 'lesson') return [];
  const { lesson } = route;
  const { body, closedBook } = lesson;
  if (!closedBook && !body.some(({ kind }) => kind === 'reading'))
    return passages.map(({ id }) => id);
  const current = body.findIndex(({ id }) => id === stepOfCheck(lesson, route.step));
  return (current < 0 ? body : body.slice(0, current + 1)).flatMap((step) =>
    step.kind === 'reading' ? step.passages : [],
  );
}

/**
 * The passages to keep in sight at a question: those of the reading just before. There are none while the story is
 * closed, outside lessons, and if the proof is in an earlier reading, because the learner would look in vain. A question
 * whose choices are sentences always shows them.
 */
export function passagesInSight(
  state: State,
  { lesson, step }: { readonly lesson?: Lesson; readonly step: Step },
  material: CourseMaterial,
): readonly Passage[] {
  if (!lesson || !canLookBack(state, { lesson })) return [];
  const passages = passagesBefore(lesson, step, material);
  const shown = passages.flatMap(({ sentences }) => sentences.map(({ id }) => id));
  const checks = checksIn(step);
  if (checks.some(({ inText }) => inText === 'sentences')) return passages;
  return checks.every(({ evidence }) => evidence.every((id) => shown.includes(id))) ? passages : [];
}

/** Whether a learner may look back at the passages at a question. */
export function canLookBack(
  { course, progress }: State,
  { lesson }: { readonly lesson?: Lesson },
): boolean {
  const { exercise } = progress;
  if (!lesson || lesson.closedBook) return false;
  return !exercise || !isClosedInExercise(course, progress, exercise);
}

/** The passages of the reading just before a step, or before the board of a row. */
function passagesBefore({ body }: Lesson, { id }: Step, { passages }: CourseMaterial) {
  const at = body.findIndex(
    (step) => step.id === id || checksIn(step).some((check) => check.id === id),
  );
  const reading = body.slice(0, Math.max(at, 0)).findLast((step) => step.kind === 'reading');
  return passages.filter((passage) => reading?.passages.includes(passage.id));
}
