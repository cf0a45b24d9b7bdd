import type { Check, Choice } from '../course/course.js';
import type { Claim, CourseMaterial, Passage } from '../course/ledger.js';
import type { Verdict } from '../grade.js';
import { comeUpText } from '../messages/ledger.js';
import { firstTryText } from '../messages/lesson.js';
import {
  CORRECTED,
  claimText,
  NOT_ANSWERED,
  questionId,
  SURELY_MISSED,
  saidHeading,
  trapText,
  VERDICT_MENDED,
  VERDICT_RIGHT,
  VERDICT_WRONG,
} from '../messages/verdict.js';
import { attemptAt } from '../progress/attempt.js';
import type { Scene } from '../scene/scene.js';
import { statementsBy } from '../scene/statements-by.js';
import { passagesShown, passagesToCome } from '../scene/visible-passages.js';
import type { State } from '../state/state.js';
import { stemOf } from './asked.js';
import { type Proof, proofsOf } from './proof.js';

export type VerdictScene = Extract<Scene, { kind: 'verdict' }>;

/** `right` is the key, `wrong` the learner's choice if it is another one, and their wrong first choice. */
type ChoiceMark = 'right' | 'wrong';

export type MarkedChoice = {
  /** From 1, as on the question's page. */
  readonly number: number;
  readonly text: string;
  readonly mark?: ChoiceMark;
  readonly isYours: boolean;
};

/** Why the choice with this mark is right or wrong. */
export type MarkedReason = { readonly mark: ChoiceMark; readonly text: string };

/** Why an answer is right or wrong. */
export type Explanation = {
  /** Why the key is right, then why the learner's last wrong choice is wrong. One reason if both have the same words. */
  readonly reasons: readonly MarkedReason[];
  /** The trap that caught the learner, and the question that avoids it. */
  readonly trap?: string;
  readonly proofs: readonly Proof[];
};

/** What a verdict says, in the order of its fields. Screens and line mode choose columns, weight and colour. */
export type VerdictView = {
  /** A statement above the question, without its source. */
  readonly said?: string;
  /** Of a row of a sort board: the stem of the board, about one statement. */
  readonly stem: string;
  /** The statement, if the question is a row of a sort board. */
  readonly statement?: string;
  readonly choices: readonly MarkedChoice[];
  readonly outcome: ChoiceMark | 'unanswered';
  readonly headline: string;
  /** Present if the key has changed since the answer. */
  readonly corrected?: string;
  /** Present if the learner was certain, and wrong. */
  readonly surelyMissed?: string;
} & Explanation & { readonly more: MoreOfVerdict };

/** What a verdict adds when the learner asks for more. */
export type MoreOfVerdict = {
  /** The choices that are neither the key nor the learner's. */
  readonly others: readonly {
    readonly number: number;
    readonly text: string;
    readonly why: string;
  }[];
  /** Statements of the source that the learner picked wrongly. */
  readonly said?: {
    readonly heading: string;
    readonly statements: readonly string[];
    /** How many more come up in passages that were not read yet. */
    readonly toCome?: string;
  };
  readonly id: string;
};

export function verdictView(
  now: VerdictScene,
  state: State,
  material: CourseMaterial,
): VerdictView {
  const { step, said, corrected, surelyMissed } = now;
  const explanation = explanationOf(step, now.verdict, material, now.tried);
  return {
    ...(said !== undefined && { said }),
    stem: stemOf(step),
    ...(step.row && { statement: step.row.statement }),
    choices: markedChoices(now),
    ...outcomeOf(now),
    ...(corrected && { corrected: CORRECTED }),
    ...(surelyMissed && { surelyMissed: SURELY_MISSED }),
    ...explanation,
    more: moreOf(now, explanation, state, material),
  };
}

/** Also explains a row of a sort board. @param tried the wrong first choice of two */
export function explanationOf(
  check: Check,
  { right, key, chosen }: Verdict,
  material: CourseMaterial,
  tried?: Choice,
): Explanation {
  const wrong = [chosen, tried].find((choice) => choice && choice.id !== key.id);
  const trap = right ? undefined : wrong?.misreading;
  return {
    reasons: [
      { mark: 'right', text: key.feedback },
      ...(wrong && wrong.feedback !== key.feedback
        ? [{ mark: 'wrong', text: wrong.feedback } as const]
        : []),
    ],
    ...(trap && { trap: trapText(trap) }),
    proofs: proofsOf(check, material),
  };
}

const markedChoices = ({
  choices,
  verdict: { key, chosen },
  tried,
}: VerdictScene): MarkedChoice[] =>
  choices.map(({ id, text }, i) => {
    const isYours = id === chosen?.id;
    const isTried = id === tried?.id;
    const mark = id === key.id ? 'right' : isYours || isTried ? 'wrong' : undefined;
    const shown = isTried ? firstTryText(text) : text;
    return { number: i + 1, text: shown, ...(mark && { mark }), isYours };
  });

function outcomeOf({
  isOpen,
  mended,
  verdict,
}: VerdictScene): Pick<VerdictView, 'outcome' | 'headline'> {
  if (isOpen) return { outcome: 'unanswered', headline: NOT_ANSWERED };
  if (!verdict.right) return { outcome: 'wrong', headline: VERDICT_WRONG };
  return { outcome: 'right', headline: mended ? VERDICT_MENDED : VERDICT_RIGHT };
}

function moreOf(
  now: VerdictScene,
  { reasons }: Explanation,
  state: State,
  material: CourseMaterial,
): MoreOfVerdict {
  const said = now.verdict.right ? undefined : statementsOf(now, state, material);
  return {
    others: otherReasons(now, reasons),
    ...(said && { said }),
    id: questionId(now),
  };
}

/** Leaves out what the explanation says already: the headings of a sort board often share their feedback. */
export function otherReasons(
  { choices, verdict }: Pick<VerdictScene, 'choices' | 'verdict'>,
  reasons: readonly MarkedReason[],
): MoreOfVerdict['others'] {
  const isNew = (why: string): boolean => reasons.every(({ text }) => text !== why);
  return choices.flatMap(({ id, text, feedback }, i) =>
    verdict.others.some((other) => other.id === id) && isNew(feedback)
      ? [{ number: i + 1, text, why: feedback }]
      : [],
  );
}

function statementsOf(
  { lesson, verdict }: VerdictScene,
  state: State,
  material: CourseMaterial,
): MoreOfVerdict['said'] {
  const source = material.sources.find(({ id }) => id === verdict.chosen?.names);
  if (!source || !lesson) return undefined;
  const claims = statementsBy(source.id, material, lesson, attemptAt(state.progress, lesson.id));
  const read = claimsIn(passagesShown(state, material), claims);
  if (read.length === 0) return undefined;
  const later = claimsIn(passagesToCome(state, material), claims).length;
  return {
    heading: saidHeading(source),
    statements: read.map((claim) => claimText(claim, material)),
    ...(later > 0 && { toCome: comeUpText(later, 'more statement') }),
  };
}

function claimsIn(passages: readonly Passage[], claims: readonly Claim[]): Claim[] {
  const sentences = passages.flatMap((passage) => passage.sentences.map(({ id }) => id));
  return claims.filter(({ sentence }) => sentences.includes(sentence));
}
