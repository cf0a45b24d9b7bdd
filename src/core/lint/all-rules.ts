import type { ItemRule } from './rule.js';
import { absoluteTerms } from './rules/absolute-terms.js';
import { alikeChoices } from './rules/alike-choices.js';
import { allOfTheAbove } from './rules/all-of-the-above.js';
import { combinedChoices } from './rules/combined-choices.js';
import { foreignEvidence } from './rules/foreign-evidence.js';
import { hedgedKey } from './rules/hedged-key.js';
import { hintHoldsKey } from './rules/hint-holds-key.js';
import { keyGivenAway } from './rules/key-given-away.js';
import { keyLength } from './rules/key-length.js';
import { keyNames } from './rules/key-names.js';
import { longFeedback } from './rules/long-feedback.js';
import { nearDuplicates } from './rules/near-duplicates.js';
import { negativeStem } from './rules/negative-stem.js';
import { noQuestion } from './rules/no-question.js';
import { oddChoice } from './rules/odd-choice.js';
import { poorFeedback } from './rules/poor-feedback.js';
import { positionWords } from './rules/position-words.js';
import { sameQuestion } from './rules/same-question.js';
import { stemWordInKey } from './rules/stem-word-in-key.js';
import { toldBefore } from './rules/told-before.js';
import { trueDistractor } from './rules/true-distractor.js';
import { unsorted } from './rules/unsorted.js';
import { vagueFrequency } from './rules/vague-frequency.js';
import { yesNo } from './rules/yes-no.js';

/** Every rule of item writing. None limits the number of choices: the schema allows three or four. */
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
  toldBefore,
  hedgedKey,
  sameQuestion,
  foreignEvidence,
  keyNames,
  trueDistractor,
  alikeChoices,
  longFeedback,
];
