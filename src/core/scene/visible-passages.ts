import type { CourseMaterial, Passage } from '../course/ledger.js';
import type { State } from '../state/state.js';

/**
 * The passages a learner can look back at: in a lesson those its steps have shown up to here, or all of the course
 * in a lesson that shows none; outside a lesson all.
 */
export function visiblePassages({ route }: State, material: CourseMaterial): readonly Passage[] {
  if (route.name !== 'lesson') return material.passages;
  const { body } = route.lesson;
  const at = body.findIndex((step) => step.id === route.step);
  const shown = (at < 0 ? body : body.slice(0, at + 1)).flatMap((step) =>
    step.kind === 'reading' ? step.passages : [],
  );
  const passages = material.passages.filter(({ id }) => shown.includes(id));
  return passages.length > 0 ? passages : material.passages;
}
