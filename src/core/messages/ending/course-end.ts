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

/** "You've answered all 60 questions: 41 right on the first try, 14 mended." */
export function courseScoreText({ answered, of, firstRight, mended }: CourseScore): string {
  const all = of > 1 && answered === of ? `all ${of} questions` : counted(answered, 'question');
  return `You've answered ${all}: ${firstRight} right on the first try, ${mended} mended.`;
}

/** How many answers the learner will know for a month. */
export function courseLearnedText({ learned }: MemoryCounts): string {
  if (learned === 0) return 'No answer is learned yet. Questions come back in reviews.';
  return learned === 1
    ? "You've learned 1 answer: you're likely to remember it for a month."
    : `You've learned ${learned} answers: you're likely to remember them for a month.`;
}

export const STRONGEST = 'Strongest';
export const WEAKEST = 'Weakest';

/** "9 of 10". */
export const skillScoreText = ({ right, answered }: SkillReport): string =>
  `${right} of ${answered}`;

/** The note beside an entry at the end of the course. */
export function endNote(entry: MenuEntry): string {
  if (entry.does === 'course') return entry.course.comesAfter ? 'the same skills, a new story' : '';
  return END_NOTES[entry.id] ?? '';
}

const END_NOTES: Readonly<Record<string, string>> = {
  record: 'who said, demanded and threatened what',
  checklist: 'as a page to print',
};
