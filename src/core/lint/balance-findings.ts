import { quoted } from '../course-files/course-file.js';
import type { CourseDraft } from '../course-files/draft.js';
import type { Balance } from './balance.js';
import type { Finding } from './finding.js';

/** With fewer checks that ask for a source, shares mean nothing. */
const LEAST = 6;

export const ONE_SOURCE = {
  id: 'one-source',
  about: 'One source is the right choice in more than a third of the checks that ask for a source.',
} as const;

/** Warns if one source is the right choice too often. */
export function balanceFindings(
  { course }: CourseDraft,
  [ofCourse]: readonly Balance[],
): Finding[] {
  const { sources = [] } = ofCourse ?? {};
  return sources
    .filter(({ count, of }) => of >= LEAST && count * 3 > of)
    .map(({ name, count, of }) => ({
      file: course,
      severity: 'warning',
      rule: ONE_SOURCE.id,
      path: ['lessons'],
      message: `${quoted(name)} is the right choice in ${count} of the ${of} checks that ask for a source: ask more about other sources`,
    }));
}
