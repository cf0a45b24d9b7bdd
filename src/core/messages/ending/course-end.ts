import type { MemoryCounts, SkillReport } from '../../learner-report/report.js';
import type { MenuEntry } from '../../state/menu-entry.js';
import { counted } from '../../text/english.js';

/** Numbers of questions. A mended one was wrong at first, and is right now. */
export type CourseScore = {
  readonly answered: number;
  readonly of: number;
  readonly firstRight: number;
  readonly mended: number;
};

/** "You have answered all 60 questions: 41 right at first try, 14 mended." */
export function courseScoreText({ answered, of, firstRight, mended }: CourseScore): string {
  const all = of > 1 && answered === of ? `all ${of} questions` : counted(answered, 'question');
  return `You have answered ${all}: ${firstRight} right at first try, ${mended} mended.`;
}

/** How many answers the learner will know for a month. */
export function courseLearnedText({ learned }: MemoryCounts): string {
  if (learned === 0) return 'No answer is learned yet. Review asks again until all of them are.';
  return learned === 1
    ? '1 answer is learned: you are likely to know it for a month.'
    : `${learned} answers are learned: you are likely to know them for a month.`;
}

export const STRONGEST = 'Strongest';
export const WEAKEST = 'Weakest';

/** "9 of 10". */
export const skillScoreText = ({ right, answered }: SkillReport): string =>
  `${right} of ${answered}`;

/** The note beside an entry at the end of the course. */
export function endNote(entry: MenuEntry): string {
  if (entry.does === 'course') return entry.course.comesAfter ? 'does it carry over?' : '';
  return END_NOTES[entry.id] ?? '';
}

const END_NOTES: Readonly<Record<string, string>> = {
  record: 'who said, demanded, threatened what',
  checklist: 'as a page to print',
};
