import type { Check } from '../course/course.js';
import { markedPassages } from '../course/evidence.js';
import { type Habit, SKILL_HABITS, TRAPS } from '../course/habits.js';
import type { CourseMaterial } from '../course/ledger.js';
import { lookAtParagraphText, lookAtText } from '../messages/lesson.js';
import { askText } from '../messages/verdict.js';
import { highlightOf, type Scene } from '../scene/scene.js';
import { hintsFor, type State } from '../state/state.js';

/** The hints that the learner has asked for at a question, in order. */
export const hintsShown = (state: State, check: Check, material: CourseMaterial): string[] =>
  hintTexts(check, material).slice(0, hintsFor(state, check.id));

/** Whether there is a hint that the learner has not seen. A board's hints are about its highlighted row. */
export function hasHint(
  state: State,
  now: Extract<Scene, { kind: 'check' | 'board' }>,
  material: CourseMaterial,
): boolean {
  const check = now.kind === 'board' ? now.rows[highlightOf(state, now)]?.check : now.step;
  return check !== undefined && hintsFor(state, now.step.id) < hintTexts(check, material).length;
}

/** All hints of a question, one or two: the author's or where to look, then the habit. */
export function hintTexts(check: Check, material: CourseMaterial): string[] {
  const where = check.hint ?? whereToLook(check, material);
  const habit = habitOf(check);
  return [
    ...(where === undefined ? [] : [where]),
    ...(habit === undefined ? [] : [askText(habit)]),
  ];
}

/** Undefined if that would be the answer, or what the learner looks at already. */
function whereToLook(check: Check, material: CourseMaterial): string | undefined {
  const marked = markedPassages(check, material);
  if (check.inText === 'words' || marked.length === 0) return undefined;
  // At a board, the hint is below the statements: the stem that may name the paragraph can be out of view.
  if (check.inText !== 'sentences') return lookAtText(marked, check.row ? '' : check.stem);
  const candidates = check.choices.flatMap(({ span }) => span?.sentence ?? []);
  const [first] = marked;
  const here = first?.passage.sentences.filter(({ id }) => candidates.includes(id)) ?? [];
  const narrows = here.length > 1 && here.length < candidates.length;
  return first && narrows ? lookAtParagraphText(first.passage.paragraph) : undefined;
}

/**
 * The habit against most of the wrong choices. Of several, the first. Where "the article does not say" is a choice, it is
 * "where", which helps whether or not that is right: a hint that came with one of them only would give it away. Learners
 * who overlook words know where to look, so the hint says what to look for.
 */
function habitOf({ choices, inText, skill }: Check): Habit | undefined {
  const habits = choices.flatMap(({ misreading }) => {
    if (misreading === 'overlooked' && inText) return SKILL_HABITS[skill];
    return misreading ? TRAPS[misreading].habit : [];
  });
  const most = mostCommon(habits);
  return choices.some(({ open }) => open) && most.includes('where') ? 'where' : most[0];
}

/** The values that occur most often, each once, in their order. */
export function mostCommon<T>(values: readonly T[]): T[] {
  const count = (value: T): number => values.filter((one) => one === value).length;
  const most = Math.max(...values.map(count));
  return [...new Set(values)].filter((value) => count(value) === most);
}
