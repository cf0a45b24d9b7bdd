import { TRAPS } from '../course/habits.js';
import type { CourseMaterial } from '../course/ledger.js';
import type { Misreading, Skill } from '../course/vocabulary.js';
import type { Doubt, ErrorCount } from '../learner-report/doubt.js';
import type { MisreadingCount, Missed } from '../learner-report/misreadings.js';
import type { SkillReport } from '../learner-report/report.js';
import { counted, listed } from '../text/english.js';
import { askText, claimText, trapName, truthText } from './verdict.js';

export const SKILL_NAMES: Readonly<Record<Skill, string>> = {
  attribution: 'Who said it',
  demand: 'Who wants what',
  measure: 'What was done',
  sequence: 'What came when',
  sourcing: 'Who is named',
  limits: 'What is left open',
};

/** "2 of 7", or "11 questions to come" before the first answer. */
export const skillText = ({ right, answered, checks }: SkillReport): string =>
  answered === 0 ? `${counted(checks, 'question')} to come` : `${right} of ${answered}`;

/** "Credited to the wrong person, 3 times. Ask: who says this, and how are they named?" */
export const misreadingText = ({
  misreading,
  count,
}: Pick<MisreadingCount, 'misreading' | 'count'>): string =>
  `${trapName(misreading)}, ${count === 1 ? 'once' : `${count} times`}. ${askText(TRAPS[misreading].habit)}`;

/** What "Where I stand" is. */
export const REPORT_ABOUT = 'What your answers show: what you know, and what catches you.';

/** Headings of the learner's report. */
export const REPORT_HEADINGS = {
  skills: 'Right on the first try',
  misreadings: 'Traps that caught you',
  doubt: 'What the story leaves open',
  certainty: 'How sure you were',
  memory: 'What you remember',
  lessons: 'Lessons',
} as const;

export const NO_MISREADINGS = 'No answer has been wrong yet.';

/** Traps that caught the learner less often than those shown with an example. */
export const alsoText = (misreadings: readonly Misreading[]): string =>
  `Less often: ${listed(misreadings.map((misreading) => TRAPS[misreading].name))}.`;

/** "2 of 3 answers": a question counts once in its lesson, and each time in a review. */
const share = ({ count, of }: ErrorCount): string => `${count} of ${counted(of, 'answer')}`;

/**
 * A sentence for each of the two errors about what the article leaves open, and one that compares them. Empty before the
 * first answer to a question that offers this choice.
 */
export function doubtTexts({ takenAsSaid, overlooked, moreCommon }: Doubt): string[] {
  if (takenAsSaid.of + overlooked.of === 0) return [];
  const hasErred = takenAsSaid.count + overlooked.count > 0;
  return [
    takenAsSaid.of === 0
      ? "You haven't yet answered a question that the story leaves open."
      : `Questions that the story leaves open: in ${share(takenAsSaid)}, you chose something not said.`,
    overlooked.of === 0
      ? 'You haven\'t yet answered a question where "does not say" is wrong.'
      : `Questions that the story answers: in ${share(overlooked)}, you chose "does not say".`,
    moreCommon === 'equal' && !hasErred
      ? "You've made neither error."
      : COMPARED[moreCommon ?? 'unknown'],
  ];
}

const COMPARED = {
  'taken-as-said': "Your more common error is to choose something that the story doesn't say.",
  overlooked: 'Your more common error is to miss something that the story does say.',
  equal: 'Both errors are equally common.',
  unknown: 'There are too few answers to say which error is more common.',
} as const;

/** The true statement that the learner missed, with its paragraph. */
export const missedText = (missed: Missed, material: CourseMaterial): string =>
  'check' in missed ? truthText(missed.check, material) : claimText(missed.claim, material);
