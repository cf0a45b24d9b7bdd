import type { Problem } from '../course/problem.js';
import { claimProblems } from './claim-errors.js';
import type { CourseDraft } from './draft.js';
import { doubles, paragraphsOf, reservedIds, sentencesOf, together } from './ids.js';
import { formatProblems } from './steps/format-errors.js';
import { lessonProblems, stepIds } from './steps/lesson-errors.js';

/** Problems that no schema can find: duplicate ids, references to missing ids, conditions that are not in their sentence. */
export function referenceProblems(lists: CourseDraft): Problem[] {
  const steps = lists.lessons.map(stepIds);
  const sentences = sentencesOf(lists);
  return together([
    ...doubles('source', [lists.sources]),
    ...doubles('claim', [lists.claims]),
    ...doubles('passage', [lists.passages]),
    ...doubles('paragraph', [paragraphsOf(lists.passages)]),
    ...doubles('sentence', [sentences]),
    ...doubles('step', steps),
    ...steps.flatMap(reservedIds),
    ...lists.claims.items.flatMap((claim) => claimProblems(claim, lists, sentences)),
    ...formatProblems(lists),
    ...lists.lessons.flatMap((lesson) => lessonProblems(lesson, lists, sentences)),
  ]);
}
