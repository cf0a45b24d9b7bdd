import type { CourseMaterial } from '../course/ledger.js';
import type { Misreading, Skill } from '../course/vocabulary.js';
import type { Doubt, ErrorCount } from '../learner-report/doubt.js';
import type { MisreadingCount, Missed } from '../learner-report/misreadings.js';
import { claimText, truthText } from './verdict.js';

export const SKILL_NAMES: Readonly<Record<Skill, string>> = {
  attribution: 'Who said it',
  demand: 'Who wants what',
  measure: 'Which measures',
  sequence: 'What came when',
  sourcing: 'How it is known',
  limits: 'What stays open',
};

/** What a person with this misreading does. Follows "You" or "They". */
export const MISREAD: Readonly<Record<Misreading, string>> = {
  'wrong-source': 'give a statement to somebody else than the one who made it',
  'teller-for-actor': 'take the one who tells of it for the one who does it',
  'wrong-side': 'give one side what belongs to the other',
  'wrong-measure': 'take one measure, demand or act for another',
  'wrong-time': 'put something on another day, or before what it came after',
  'wrong-channel': 'put something said in another place than it was',
  'wrong-naming': 'mix up who is named and who is not',
  'threatened-as-done': 'take for done what was only threatened',
  'claim-as-fact': 'take for a fact what somebody says',
  'dropped-condition': 'lose a word that sets a condition or a limit',
  overstated: 'make more of it than is said',
  understated: 'make less of it than is said',
  'added-cause': 'see a cause where none is told',
  'not-in-article': 'take the story to say what it does not say',
  overlooked: 'miss that the story does say it',
};

/**
 * "You most often …" for the first misreading, then "You also …". One occurrence is not "often".
 * @param index the misreading's rank by frequency, from 0
 */
export function misreadingText(
  { misreading, count }: Omit<MisreadingCount, 'missed'>,
  index: number,
): string {
  const first = count === 1 ? 'You happened to' : 'You most often';
  const times = count === 1 ? 'once' : `${count} times`;
  return `${index === 0 ? first : 'You also'} ${MISREAD[misreading]} (${times}).`;
}

/** Headings of the learner's report. */
export const REPORT_HEADINGS = {
  skills: 'Right at the first try',
  misreadings: 'Your misreadings',
  doubt: 'Said, or left open',
  certainty: 'How sure, and how right',
  memory: 'What stays',
  lessons: 'Lessons',
} as const;

export const NO_MISREADINGS = 'No answer has been wrong yet.';

const times = ({ count, of }: ErrorCount): string =>
  `${count} of ${of} ${of === 1 ? 'time' : 'times'}`;

/**
 * A sentence for each of the two errors about what the article leaves open, and one that compares them. Empty before the
 * first answer to a question that offers this choice.
 */
export function doubtTexts({ takenAsSaid, overlooked, moreCommon }: Doubt): string[] {
  if (takenAsSaid.of + overlooked.of === 0) return [];
  const hasErred = takenAsSaid.count + overlooked.count > 0;
  return [
    takenAsSaid.of === 0
      ? 'You have not answered a question yet that the article leaves open.'
      : `You took something as said ${times(takenAsSaid)} when the article leaves the answer open.`,
    overlooked.of === 0
      ? 'You have not answered a question yet where “the article does not say” is wrong.'
      : `You chose “the article does not say” ${times(overlooked)} when the article gives the answer.`,
    moreCommon === 'equal' && !hasErred
      ? 'You have made neither error.'
      : COMPARED[moreCommon ?? 'unknown'],
  ];
}

const COMPARED = {
  'taken-as-said':
    'Your more common error is to take something as said that the article leaves open.',
  overlooked: 'Your more common error is to miss something that the article does say.',
  equal: 'Both errors are equally common.',
  unknown: 'There are too few answers to say which error is more common.',
} as const;

/** The true statement that the learner missed, with its paragraph. */
export const missedText = (missed: Missed, material: CourseMaterial): string =>
  'check' in missed ? truthText(missed.check, material) : claimText(missed.claim, material);
