import type { Check } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { lookBackText, triedText } from '../../core/messages/lesson.js';
import { quizPlace, tallyOf } from '../../core/messages/review.js';
import { chosenText } from '../../core/messages/verdict.js';
import { isClosedBook, type Scene } from '../../core/scene/scene.js';
import { canLookBack, passagesInSight } from '../../core/scene/visible-passages.js';
import type { State } from '../../core/state/state.js';
import { stemOf } from '../../core/views/asked.js';
import { bracketedSentence, sentenceParts } from '../../core/views/in-text.js';
import { secondLookView } from '../../core/views/second-look.js';
import { type Block, numbered } from '../block.js';
import { heading } from './heading.js';

type QuestionScene = Extract<
  Scene,
  { kind: 'check' | 'certainty' | 'second-look' | 'verdict' | 'answer-pending' }
>;

/** The choices of a question, after its sentence if they are words in it. A wrong first answer is marked. */
export function choicesBlocks(
  { step, choices, missed }: Extract<Scene, { kind: 'check' }>,
  material: () => CourseMaterial,
): Block[] {
  const texts = choices.map(({ id, text }) => (id === missed?.id ? `✗ ${triedText(text)}` : text));
  const list = numbered(texts);
  if (step.inText !== 'words') return [list];
  return [[bracketedSentence(sentenceParts(choices, material()))], list];
}

/** The page after a first miss, without its question. The passage has scrolled up, so the page says what to type for it. */
export function secondLookBlocks(now: Extract<Scene, { kind: 'second-look' }>): Block[] {
  const { headline, habit, whatNow } = secondLookView(now);
  const look = isClosedBook(now) ? [] : [lookBackText('Type')];
  return [[headline], ...(habit === undefined ? [] : [[habit]]), [whatNow, ...look]];
}

/** What to type for the passage, if it was not printed just before the question. */
export function lookBackBlocks(
  state: State,
  now: Extract<Scene, { kind: 'check' | 'board' }>,
  material: () => CourseMaterial,
): Block[] {
  const isShut = !canLookBack(state, now) || (now.kind === 'check' && now.step.inText);
  return isShut || passagesInSight(state, now, material()).length > 0
    ? []
    : [[lookBackText('Type')]];
}

/** @param about says what happens next */
export const answerPendingBlocks = (
  { choices, chosen }: Extract<Scene, { kind: 'answer-pending' }>,
  about: string | undefined,
): Block[] => [
  choices.filter(({ id }) => id === chosen).map(({ text }) => chosenText(text)),
  ...(about === undefined ? [] : [[about]]),
];

export const questionBlocks = (state: State, now: QuestionScene): Block[] => [
  ...questionHeading(state, now),
  ...(now.said === undefined ? [] : [[now.said]]),
  stemBlock(now.step),
];

/** Where the question stands: in which lesson or quiz, and which step it is. */
export function questionHeading(state: State, { lesson, quiz, step }: QuestionScene): Block[] {
  if (quiz) {
    const parts = [quizPlace(quiz), tallyOf(quiz)];
    return [[parts.filter((text) => text !== undefined).join(', ')]];
  }
  return lesson ? [heading(state, { lesson, step })] : [];
}

/** The question. If it is a row of a sort board that is asked alone, the statement is below the board's question. */
const stemBlock = (check: Check): Block => [
  stemOf(check),
  ...(check.row ? [check.row.statement] : []),
];
