import type { CourseMaterial } from '../course/ledger.js';
import { afterReview } from '../messages/home.js';
import { NOTHING_READ } from '../messages/ledger.js';
import { ASKS_WHAT_WAS_READ, NOTHING_TO_ASK, quizScoreText } from '../messages/review.js';
import { truthText } from '../messages/verdict.js';
import { passagesRead } from '../progress/passages-read.js';
import type { Scene } from '../scene/scene.js';
import type { State } from '../state/state.js';

export type QuizEndView = {
  /** Absent if nothing was asked. */
  readonly score?: { readonly text: string; readonly share: number };
  /** The questions answered wrong, as true statements. */
  readonly missed: readonly string[];
  /** After a review, when the next one is and how much is learned; why a round had nothing to ask. */
  readonly notes: readonly string[];
};

export function quizEndView(
  { quiz }: Extract<Scene, { kind: 'quiz-end' }>,
  state: State,
  material: CourseMaterial,
): QuizEndView {
  const { answered, right, missed } = quiz;
  return {
    ...(answered > 0 && { score: { text: quizScoreText(quiz), share: right / answered } }),
    missed: missed.map((check) => truthText(check, material)),
    notes: quiz.kind === 'review' ? afterReview(state) : notesOnRound(state, answered),
  };
}

function notesOnRound({ course, progress }: State, answered: number): string[] {
  if (answered > 0) return [];
  const hasRead = passagesRead(course.lessons, progress).size > 0;
  return [hasRead ? NOTHING_TO_ASK : NOTHING_READ, ASKS_WHAT_WAS_READ];
}
