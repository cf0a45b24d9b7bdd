import type { CourseMaterial, Passage } from '../course/ledger.js';
import { stepOfCheck } from '../course/lesson.js';
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
