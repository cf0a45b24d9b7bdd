import type { Check } from '../../core/course/course.js';
import { type MarkedPassage, markedPassages } from '../../core/course/evidence.js';
import type { Claim, CourseMaterial } from '../../core/course/ledger.js';
import type { Verdict } from '../../core/grade.js';
import { NOT_ANSWERED } from '../../core/messages/exercise.js';
import { SURELY_MISSED } from '../../core/messages/review.js';
import {
  CORRECTED,
  claimText,
  evidenceHeading,
  saidHeading,
  VERDICT_RIGHT,
  VERDICT_WRONG,
} from '../../core/messages/verdict.js';
import { BACK, HELP, HOME, LESS, MORE, ON, QUIT, WHO } from '../keys/footer-keys.js';
import { GAP, type Line, line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

export type VerdictProps = {
  readonly step: Check;
  readonly closedBook: boolean;
  /** Whether the question stands above: where it was answered long ago. */
  readonly withQuestion: boolean;
  /** Whether it was never answered. */
  readonly isOpen: boolean;
  /** Whether there is a step to go back to. */
  readonly inLesson: boolean;
  /** How to name the question when reporting it. */
  readonly questionId: string;
  readonly verdict: Verdict;
  /** Whether the key has been changed since the answer was given. */
  readonly corrected: boolean;
  /** Whether it was wrong, and the learner had been certain. */
  readonly surelyMissed: boolean;
  readonly material: CourseMaterial;
  /** What the article has of the source that was wrongly picked. */
  readonly said: readonly Claim[];
  readonly more: boolean;
};

/** Right or not, the key with its proof, why the choice was wrong; behind `m` the rest. */
export function verdictPageBody(
  judged: VerdictProps,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  const { verdict, more, closedBook } = judged;
  return {
    before: [
      ...(judged.withQuestion ? [...wrapLines(judged.step.stem, width, 'strong'), GAP] : []),
      judged.isOpen ? line(NOT_ANSWERED, 'quiet') : headline(verdict.right),
      ...(judged.corrected ? wrapLines(CORRECTED, width) : []),
      ...(judged.surelyMissed ? wrapLines(SURELY_MISSED, width, 'quiet').map(asAside) : []),
      GAP,
      ...keyLines(judged, width),
      ...(verdict.right ? [] : wrongLines(verdict, width)),
      ...(more ? moreLines(judged, width) : []),
    ],
    items: [],
    after: [],
    footer: [
      ON,
      more ? LESS : MORE,
      ...(judged.inLesson ? [BACK] : []),
      ...(closedBook ? [] : [WHO]),
      HELP,
      HOME,
      QUIT,
    ],
  };
}

const headline = (right: boolean): Line =>
  right ? line(`✓ ${VERDICT_RIGHT}`, 'good') : line(`✗ ${VERDICT_WRONG}`, 'bad');

/** When right, one line of why stands with the key; when wrong, the key alone: the truth first. */
function keyLines({ step, verdict, material }: VerdictProps, width: number): Line[] {
  return [
    ...hangLines({ text: '✓ ', tone: 'good' }, verdict.key.text, width),
    ...(verdict.right
      ? hangLines({ text: '  ', tone: 'plain' }, verdict.key.feedback, width, 'quiet')
      : []),
    ...markedPassages(step, material).flatMap((marked) => [GAP, ...proofLines(marked, width)]),
  ];
}

/** The whole passage, a sentence a paragraph: those that prove the key barred, the others quiet. */
function proofLines(marked: MarkedPassage, width: number): Line[] {
  const heading = hangLines({ text: '  ', tone: 'plain' }, evidenceHeading(marked), width, 'quiet');
  const sentences = marked.sentences.flatMap(({ sentence, marked: isProof }) =>
    isProof
      ? hangLines({ text: '  ▌ ', tone: 'accent' }, sentence.text, width, 'plain', '  ▌ ')
      : hangLines({ text: '    ', tone: 'plain' }, sentence.text, width, 'quiet').map(asAside),
  );
  return [...heading.map(asSection), ...sentences];
}

const asSection = (row: Line): Line => ({ ...row, dropAs: 'section' });
const asAside = (row: Line): Line => ({ ...row, dropAs: 'aside' });

function wrongLines({ chosen }: Verdict, width: number): Line[] {
  if (!chosen) return [];
  return [
    GAP,
    ...hangLines({ text: '✗ ', tone: 'bad' }, `Your answer: ${chosen.text}`, width, 'quiet'),
    ...hangLines({ text: '  ', tone: 'plain' }, chosen.feedback, width),
  ];
}

function moreLines(judged: VerdictProps, width: number): Line[] {
  const { verdict, questionId } = judged;
  const { others, right } = verdict;
  return [
    ...(right ? [] : [GAP, ...wrapLines(`Why the first is right: ${verdict.key.feedback}`, width)]),
    ...others.flatMap((choice) => [
      GAP,
      ...hangLines({ text: '· ', tone: 'quiet' }, choice.text, width, 'quiet'),
      ...hangLines({ text: '  ', tone: 'plain' }, choice.feedback, width),
    ]),
    ...saidLines(judged, width),
    GAP,
    ...wrapLines(questionId, width, 'quiet'),
  ];
}

function saidLines({ said, verdict, material }: VerdictProps, width: number): Line[] {
  const source = material.sources.find(({ id }) => id === verdict.chosen?.names);
  if (!source || said.length === 0) return [];
  return [
    GAP,
    ...wrapLines(saidHeading(source), width, 'quiet'),
    ...said.flatMap((claim) =>
      hangLines({ text: '• ', tone: 'quiet' }, claimText(claim, material), width),
    ),
  ];
}
