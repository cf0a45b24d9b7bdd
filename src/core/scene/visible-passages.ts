import type { Lesson, Step } from '../course/course.js';
import type { CourseMaterial, Passage } from '../course/ledger.js';
import { checksIn, stepOfCheck } from '../course/lesson.js';
import { isClosedInExercise } from '../progress/exercise.js';
import type { State } from '../state/state.js';

/**
 * The passages that the learner can look back at. In a lesson these are the passages of its readings up to this step.
 * Outside lessons, and before any reading, they are all passages of the course. Practice can ask the row of a board
 * alone; then the step is that of its board.
 */
export function visiblePassages({ route }: State, material: CourseMaterial): readonly Passage[] {
  if (route.name !== 'lesson') return material.passages;
  const { lesson } = route;
  const { body } = lesson;
  const current = body.findIndex(({ id }) => id === stepOfCheck(lesson, route.step));
  const ids = (current < 0 ? body : body.slice(0, current + 1)).flatMap((step) =>
    step.kind === 'reading' ? step.passages : [],
  );
  const passages = material.passages.filter(({ id }) => ids.includes(id));
  return passages.length > 0 ? passages : material.passages;
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
