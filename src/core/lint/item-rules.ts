import { absoluteTerms } from './absolute-terms.js';
import { allOfTheAbove } from './all-of-the-above.js';
import { combinedChoices } from './combined-choices.js';
import { hintHoldsKey } from './hint-holds-key.js';
import type { ItemRule } from './item-rule.js';
import { keyGivenAway } from './key-given-away.js';
import { keyLength } from './key-length.js';
import { nearDuplicates } from './near-duplicates.js';
import { negativeStem } from './negative-stem.js';
import { noQuestion } from './no-question.js';
import { oddChoice } from './odd-choice.js';
import { poorFeedback } from './poor-feedback.js';
import { positionWords } from './position-words.js';
import { stemWordInKey } from './stem-word-in-key.js';
import { unsorted } from './unsorted.js';
import { vagueFrequency } from './vague-frequency.js';
import { yesNo } from './yes-no.js';

/** Every rule of item writing. More than four choices no course can have: see course-schema.ts. */
export const ITEM_RULES: readonly ItemRule[] = [
  keyLength,
  absoluteTerms,
  allOfTheAbove,
  negativeStem,
  stemWordInKey,
  oddChoice,
  combinedChoices,
  yesNo,
  vagueFrequency,
  unsorted,
  noQuestion,
  positionWords,
  nearDuplicates,
  poorFeedback,
  keyGivenAway,
  hintHoldsKey,
];
