import { quoted } from '../course-files/course-file.js';
import type { CourseDraft } from '../course-files/draft.js';
import type { Balance } from './balance.js';
import type { Finding } from './finding.js';

/** Fewer "who" checks than this say nothing of shares. */
const LEAST = 6;

export const ONE_SOURCE = {
  id: 'one-source',
  about: 'One source is the right choice in more than a third of the checks that ask for a source.',
} as const;

/** One voice must not be the answer to every question about who. */
export function balanceFindings({ course }: CourseDraft, [whole]: readonly Balance[]): Finding[] {
  const { sources = [] } = whole ?? {};
  return sources
    .filter(({ count, of }) => of >= LEAST && count * 3 > of)
    .map(({ name, count, of }) => ({
      file: course,
      severity: 'warning',
      rule: ONE_SOURCE.id,
      path: ['lessons'],
      message: `${quoted(name)} is the right choice in ${count} of the ${of} checks that ask for a source: ask more about others`,
    }));
}
