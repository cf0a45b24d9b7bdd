import { ANSWER_PENDING } from '../../core/messages/exercise.js';
import { QUIZ_TITLE, questionCount } from '../../core/messages/review.js';
import { chosenText } from '../../core/messages/verdict.js';
import type { Scene } from '../../core/scene/scene.js';
import type { State } from '../../core/state/state.js';
import type { Block } from '../block.js';
import { heading } from './heading.js';

type QuestionScene = Extract<Scene, { kind: 'check' | 'certainty' | 'verdict' | 'answer-pending' }>;

export const answerPendingBlocks = ({
  choices,
  chosen,
}: Extract<Scene, { kind: 'answer-pending' }>): Block[] => [
  choices.filter(({ id }) => id === chosen).map(({ text }) => chosenText(text)),
  [ANSWER_PENDING],
];

export const questionBlocks = (state: State, now: QuestionScene): Block[] => [
  ...questionHeading(state, now),
  ...(now.said === undefined ? [] : [[now.said]]),
  [now.step.stem],
];

/** Where the question stands: in which lesson or quiz, and which step it is. */
export function questionHeading(state: State, { lesson, quiz, step }: QuestionScene): Block[] {
  if (quiz) return [[`${QUIZ_TITLE[quiz.kind]}, ${questionCount(quiz)}`]];
  return lesson ? [heading(state, { lesson, step })] : [];
}
