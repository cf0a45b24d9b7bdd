import type { CourseMaterial } from '../../core/course/ledger.js';
import type { Doubt } from '../../core/learner-report/doubt.js';
import type { MisreadingCount } from '../../core/learner-report/misreadings.js';
import type { LearnerReport, LessonReport, SkillReport } from '../../core/learner-report/report.js';
import { CERTAINTIES } from '../../core/memory/certainty.js';
import type { CertaintyCounts } from '../../core/memory/recall.js';
import { lessonStatusText } from '../../core/messages/lesson.js';
import {
  doubtTexts,
  misreadingText,
  missedText,
  NO_MISREADINGS,
  REPORT_HEADINGS,
  SKILL_NAMES,
} from '../../core/messages/report.js';
import { certaintyText, dueText, memoryText } from '../../core/messages/review.js';
import { type Block, bullet, indented } from '../block.js';

export const reportBlocks = (report: LearnerReport, material: CourseMaterial): Block[] => [
  [REPORT_HEADINGS.skills, ...report.skills.map((skill) => bullet(skillText(skill)))],
  misreadingBlock(report.misreadings, material),
  ...doubtBlock(report.doubt),
  ...certaintyBlock(report.certainty),
  [REPORT_HEADINGS.memory, `${memoryText(report.memory)}.`, dueText(report.due)],
  [
    REPORT_HEADINGS.lessons,
    ...report.lessons.map((lesson, i) => bullet(lessonText(lesson, i + 1))),
  ],
];

const skillText = ({ skill, right, answered, checks }: SkillReport): string =>
  `${SKILL_NAMES[skill]}: ${answered === 0 ? `${checks} to come` : `${right} of ${answered}`}`;

const misreadingBlock = (all: readonly MisreadingCount[], material: CourseMaterial): Block => [
  REPORT_HEADINGS.misreadings,
  ...(all.length === 0 ? [NO_MISREADINGS] : []),
  ...all.flatMap((misreading) => [
    bullet(misreadingText(misreading)),
    indented(missedText(misreading.missed, material)),
  ]),
];

function doubtBlock(doubt: Doubt): Block[] {
  const texts = doubtTexts(doubt);
  return texts.length === 0 ? [] : [[REPORT_HEADINGS.doubt, ...texts.map(bullet)]];
}

function certaintyBlock(counts: CertaintyCounts): Block[] {
  const rated = CERTAINTIES.filter((level) => counts[level].of > 0);
  if (rated.length === 0) return [];
  const rows = rated.map((level) => bullet(certaintyText(level, counts[level])));
  return [[REPORT_HEADINGS.certainty, ...rows]];
}

const lessonText = (lesson: LessonReport, number: number): string =>
  `${number} · ${lesson.title}: ${lessonStatusText(lesson, lesson)}`;
