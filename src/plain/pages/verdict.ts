import type { Choice } from '../../core/course/course.js';
import { markedPassages } from '../../core/course/evidence.js';
import type { Claim, CourseMaterial } from '../../core/course/ledger.js';
import { NOT_ANSWERED } from '../../core/messages/exercise.js';
import { SURELY_MISSED } from '../../core/messages/review.js';
import {
  CORRECTED,
  claimText,
  evidenceHeading,
  questionId,
  saidHeading,
  VERDICT_RIGHT,
  VERDICT_WRONG,
} from '../../core/messages/verdict.js';
import { attemptAt } from '../../core/progress/attempt.js';
import type { Scene } from '../../core/scene/scene.js';
import { statementsBy } from '../../core/scene/statements-by.js';
import type { State } from '../../core/state/state.js';
import { type Block, bullet, indented } from '../block.js';

type VerdictScene = Extract<Scene, { kind: 'verdict' }>;

/** Right or not, the key with the sentences that prove it, then why: of the key, or of what was chosen. */
export function verdictBlocks(
  { step, verdict, corrected, surelyMissed, isOpen }: VerdictScene,
  material: CourseMaterial,
): Block[] {
  const { right, key, chosen } = verdict;
  const proof = markedPassages(step, material).map((marked) => [
    evidenceHeading(marked),
    ...marked.sentences.flatMap((one) => (one.marked ? [indented(one.sentence.text)] : [])),
  ]);
  return [
    [
      isOpen ? NOT_ANSWERED : right ? VERDICT_RIGHT : VERDICT_WRONG,
      ...(corrected ? [CORRECTED] : []),
      ...(surelyMissed ? [SURELY_MISSED] : []),
    ],
    [`The answer: ${key.text}`],
    ...proof,
    ...(right
      ? [[key.feedback]]
      : chosen
        ? [[`Your answer: ${chosen.text}`, chosen.feedback]]
        : []),
  ];
}

/** What a verdict leaves out at first: the other choices, what the picked source did say, the question's id. */
export function moreBlocks(judged: VerdictScene, state: State, material: CourseMaterial): Block[] {
  const { verdict } = judged;
  return [
    ...(verdict.right ? [] : [[`Why that is the answer: ${verdict.key.feedback}`]]),
    ...verdict.others.map((choice) => [bullet(choice.text), indented(choice.feedback)]),
    ...(verdict.right ? [] : saidBlocks(judged, state, material)),
    [questionId(judged)],
  ];
}

function saidBlocks(
  { lesson, verdict }: VerdictScene,
  state: State,
  material: CourseMaterial,
): Block[] {
  const source = sourceNamed(verdict.chosen, material);
  if (!source || !lesson) return [];
  const said = statementsBy(source.id, material, lesson, attemptAt(state.progress, lesson.id));
  if (said.length === 0) return [];
  const row = (claim: Claim) => bullet(claimText(claim, material));
  return [[saidHeading(source), ...said.map(row)]];
}

const sourceNamed = (choice: Choice | undefined, material: CourseMaterial) =>
  material.sources.find(({ id }) => id === choice?.names);
