import type { Problem } from '../../core/course/problem.js';
import { counted } from '../../core/text/english.js';
import { HELP, INSPECT } from '../keys/footer-keys.js';
import type { Page } from '../layout/page.js';
import { isToDo, isWarning, nounFor } from './inspect-findings.js';

/** Marks a page as a preview, with the number of findings. Adds the inspect key before the help key. */
export function asPreview(page: Page, findings: readonly Problem[]): Page {
  const counts = findingCounts(findings);
  return {
    ...page,
    where: ['preview', ...counts, page.where].filter(Boolean).join(' · '),
    whereShort: [counts.join(', ') || 'preview', page.whereShort].filter(Boolean).join(' '),
    footer: page.footer.flatMap((key) => (key === HELP ? [INSPECT, key] : [key])),
  };
}

/** "12 to do", "3 warnings". */
function findingCounts(findings: readonly Problem[]): string[] {
  const toDo = findings.filter(isToDo).length;
  const warnings = findings.filter(isWarning).length;
  return [
    ...(toDo > 0 ? [`${toDo} to do`] : []),
    ...(warnings > 0 ? [counted(warnings, nounFor(findings))] : []),
  ];
}
