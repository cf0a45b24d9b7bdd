import { extremeSkills } from '../../learner-report/extreme-skills.js';
import { memoryCounts, type SkillReport } from '../../learner-report/report.js';
import {
  courseLearnedText,
  courseScoreText,
  endNote,
  STRONGEST,
  skillScoreText,
  WEAKEST,
} from '../../messages/ending/course-end.js';
import { entryText } from '../../messages/menu.js';
import { SKILL_NAMES } from '../../messages/report.js';
import { countMended } from '../../progress/checks.js';
import { lessonStatus } from '../../progress/lesson-status.js';
import type { Scene } from '../../scene/scene.js';
import type { State } from '../../state/state.js';

/** What the end of the course says, in the order of its fields. */
export type CourseEndView = {
  readonly score: string;
  readonly learned: string;
  /** The strongest skill and the weakest. Empty if the learner is equally good at all of them. */
  readonly skills: readonly SkillRow[];
  readonly entries: readonly {
    readonly id: string;
    readonly text: string;
    readonly note: string;
  }[];
};

export type SkillRow = { readonly label: string; readonly name: string; readonly score: string };

export function courseEndView(
  { skills, menu }: Extract<Scene, { kind: 'course-end' }>,
  { course, progress }: State,
): CourseEndView {
  const statuses = course.lessons.map((lesson) => lessonStatus(lesson, progress));
  const sum = (of: 'answered' | 'checks' | 'correct'): number =>
    statuses.reduce((total, status) => total + status[of], 0);
  return {
    score: courseScoreText({
      answered: sum('answered'),
      of: sum('checks'),
      firstRight: sum('correct'),
      mended: course.lessons.reduce(
        (total, lesson) => total + countMended(lesson.checks, progress),
        0,
      ),
    }),
    learned: courseLearnedText(memoryCounts(course, progress)),
    skills: skillRows(skills),
    entries: menu.map((entry) => ({
      id: entry.id,
      text: entryText(entry, course, 0),
      note: endNote(entry),
    })),
  };
}

function skillRows(skills: readonly SkillReport[]): SkillRow[] {
  const extremes = extremeSkills(skills);
  if (!extremes) return [];
  const rowOf = (label: string, skill: SkillReport): SkillRow => ({
    label,
    name: SKILL_NAMES[skill.skill],
    score: skillScoreText(skill),
  });
  return [rowOf(STRONGEST, extremes.strongest), rowOf(WEAKEST, extremes.weakest)];
}
