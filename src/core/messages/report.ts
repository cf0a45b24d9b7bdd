import { TRAPS } from '../course/habits.js';
import type { CourseMaterial } from '../course/ledger.js';
import type { Skill } from '../course/vocabulary.js';
import type { MisreadingCount, Missed } from '../learner-report/misreadings.js';
import { askText, claimText, trapName, truthText } from './verdict.js';

export const SKILL_NAMES: Readonly<Record<Skill, string>> = {
  attribution: 'Who said it',
  demand: 'Who wants what',
  measure: 'Which measures',
  sequence: 'What came when',
  sourcing: 'How it is known',
  limits: 'What stays open',
};

/** "Credited to the wrong person, 3 times. Ask: who says this, and how are they named?" */
export const misreadingText = ({
  misreading,
  count,
}: Pick<MisreadingCount, 'misreading' | 'count'>): string =>
  `${trapName(misreading)}, ${count === 1 ? 'once' : `${count} times`}. ${askText(TRAPS[misreading].habit)}`;

/** Headings of the learner's report. */
export const REPORT_HEADINGS = {
  skills: 'Right at the first try',
  misreadings: 'Traps that caught you',
  certainty: 'How sure, and how right',
  memory: 'What stays',
  lessons: 'Lessons',
} as const;

export const NO_MISREADINGS = 'No answer has been wrong yet.';

/** The true statement that the learner missed, with its paragraph. */
export const missedText = (missed: Missed, material: CourseMaterial): string =>
  'check' in missed ? truthText(missed.check, material) : claimText(missed.claim, material);
