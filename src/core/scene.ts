import { isAnswered, placeIn, stepAt } from './attempt.js';
import { orderedChoices } from './choice-order.js';
import type { Check, Choice, Lesson, Reading } from './course.js';
import { grade, type Verdict } from './grade.js';
import { homeMenu, type MenuEntry, summaryMenu } from './menu.js';
import type { Place } from './progress.js';
import type { State } from './session.js';

/** What is on screen, derived from the state. */
export type Scene =
  | { readonly kind: 'home'; readonly menu: readonly MenuEntry[] }
  | { readonly kind: 'reading'; readonly lesson: Lesson; readonly step: Reading }
  | {
      readonly kind: 'check';
      readonly lesson: Lesson;
      readonly step: Check;
      readonly choices: readonly Choice[];
    }
  | {
      readonly kind: 'verdict';
      readonly lesson: Lesson;
      readonly step: Check;
      readonly verdict: Verdict;
      /** Whether the key has been changed since the answer was given: its verdict stands all the same. */
      readonly corrected: boolean;
    }
  | { readonly kind: 'summary'; readonly lesson: Lesson; readonly menu: readonly MenuEntry[] };

/** What is on screen now. */
export function scene(state: State): Scene {
  const { screen, progress } = state;
  if (screen.name === 'home')
    return { kind: 'home', menu: homeMenu(state.course, progress, state.other) };
  const { lesson } = screen;
  const place = placeIn(progress, lesson.id);
  const at = stepAt(lesson, screen.step);
  if (!place || !at)
    return {
      kind: 'summary',
      lesson,
      menu: summaryMenu(state.course, lesson, progress, state.other),
    };
  return at.kind === 'reading'
    ? { kind: 'reading', lesson, step: at }
    : checkScene(lesson, place, at);
}

function checkScene(lesson: Lesson, place: Place, check: Check): Scene {
  const given = isAnswered(place, check.id) ? place.answers[check.id] : undefined;
  if (!given)
    return { kind: 'check', lesson, step: check, choices: orderedChoices(check, place.seed) };
  const today = grade(check, given.choice);
  const verdict = { ...today, right: given.right };
  return { kind: 'verdict', lesson, step: check, verdict, corrected: today.right !== given.right };
}
