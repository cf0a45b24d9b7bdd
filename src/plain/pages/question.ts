import type { Check } from '../../core/course/course.js';
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

export function questionBlocks(state: State, now: QuestionScene): Block[] {
  const { lesson, quiz, step, said } = now;
  const header = quiz
    ? [`${QUIZ_TITLE[quiz.kind]}, ${questionCount(quiz)}`]
    : lesson && heading(state, { lesson, step });
  return [...(header ? [header] : []), ...(said === undefined ? [] : [[said]]), stemBlock(step)];
}

/** The question. If it is a row of a sort board that is asked alone, the statement is below the board's question. */
const stemBlock = ({ stem, row }: Check): Block => (row ? [row.stem, row.statement] : [stem]);
