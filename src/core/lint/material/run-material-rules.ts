import type { CourseDraft } from '../../course-files/draft.js';
import type { Finding } from '../finding.js';
import type { Wording } from '../words.js';
import { loneAlike } from './lone-alike.js';
import { longSentence } from './long-sentence.js';
import type { MaterialRule } from './material-rule.js';
import { nearName } from './near-name.js';

/** Every rule for sources, claims and passages. */
export const MATERIAL_RULES: readonly MaterialRule[] = [loneAlike, nearName, longSentence];

/** Applies them; to an unfinished course, only those that judge a finished item alone. A file with another error waits. */
export const lintMaterial = (
  draft: CourseDraft,
  { isEnglish }: Wording,
  isFinished: boolean,
): Finding[] =>
  MATERIAL_RULES.filter(
    ({ languages, isAboutAll }) =>
      (languages === 'any' || isEnglish) && (isFinished || !isAboutAll),
  ).flatMap(({ id, faults }) =>
    faults(draft).map(({ list, path, message }) => ({
      file: draft[list].file,
      severity: 'warning',
      rule: id,
      path,
      message,
    })),
  );
