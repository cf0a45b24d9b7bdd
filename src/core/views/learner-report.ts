import type { CourseMaterial } from '../course/ledger.js';
import type { LearnerReport } from '../learner-report/report.js';
import { CERTAINTIES } from '../memory/certainty.js';
import { BINDINGS } from '../messages/bindings.js';
import { lessonStatusText } from '../messages/lesson.js';
import {
  alsoText,
  doubtTexts,
  misreadingText,
  missedText,
  NO_MISREADINGS,
  REPORT_HEADINGS,
  SKILL_NAMES,
  skillText,
} from '../messages/report.js';
import { dueText, LEARNED_NOTE, memoryText } from '../messages/review.js';

/** A share, which a screen shows as a bar: 0 to 1. What is between it and `reached` was put right later. */
export type ShareRow = {
  readonly name: string;
  readonly share: number;
  readonly reached?: number;
  readonly text: string;
};

/** A part of "Where I stand". It has one of the three. */
export type ReportPart = {
  readonly heading: string;
  readonly shares?: readonly ShareRow[];
  readonly points?: readonly { readonly text: string; readonly example?: string }[];
  readonly texts?: readonly string[];
};

export type ReportView = {
  readonly skills: ReportPart;
  readonly traps: ReportPart;
  /** Absent before the first question about what is left open. */
  readonly doubt?: ReportPart;
  /** Absent if the learner was never asked how sure they are. */
  readonly certainty?: ReportPart;
  readonly memory: ReportPart;
  readonly lessons: ReportPart;
};

export function reportView(report: LearnerReport, material: CourseMaterial): ReportView {
  const doubt = doubtTexts(report.doubt);
  const certainty = certaintyRows(report);
  return {
    skills: { heading: REPORT_HEADINGS.skills, shares: skillRows(report) },
    traps: trapsPart(report, material),
    ...(doubt.length > 0 && {
      doubt: { heading: REPORT_HEADINGS.doubt, points: doubt.map((text) => ({ text })) },
    }),
    ...(certainty.length > 0 && {
      certainty: { heading: REPORT_HEADINGS.certainty, shares: certainty },
    }),
    memory: { heading: REPORT_HEADINGS.memory, texts: memoryTexts(report) },
    lessons: { heading: REPORT_HEADINGS.lessons, shares: lessonRows(report) },
  };
}

/** All parts in the order in which they are read. */
export const partsOf = (view: ReportView): ReportPart[] =>
  [view.skills, view.traps, view.doubt, view.certainty, view.memory, view.lessons].filter(
    (part) => part !== undefined,
  );

const skillRows = ({ skills }: LearnerReport): ShareRow[] =>
  skills.map((report) => ({
    name: SKILL_NAMES[report.skill],
    share: report.answered === 0 ? 0 : report.right / report.answered,
    text: skillText(report),
  }));

/** The most traps that are shown with an example. */
const SHOWN_TRAPS = 5;

/** The latest example of each trap, as a true statement. Wrong choices are not shown: people remember them. */
function trapsPart({ misreadings }: LearnerReport, material: CourseMaterial): ReportPart {
  const heading = REPORT_HEADINGS.misreadings;
  if (misreadings.length === 0) return { heading, texts: [NO_MISREADINGS] };
  const points = misreadings.slice(0, SHOWN_TRAPS).map((misreading) => ({
    text: misreadingText(misreading),
    example: missedText(misreading.missed, material),
  }));
  const others = misreadings.slice(SHOWN_TRAPS).map(({ misreading }) => misreading);
  return {
    heading,
    points: others.length === 0 ? points : [...points, { text: alsoText(others) }],
  };
}

const certaintyRows = ({ certainty }: LearnerReport): ShareRow[] =>
  CERTAINTIES.filter((level) => certainty[level].of > 0).map((level) => {
    const { right, of } = certainty[level];
    return { name: BINDINGS[level].label, share: right / of, text: `${right} of ${of} right` };
  });

const memoryTexts = ({ memory, due, today }: LearnerReport): string[] => [
  `${memoryText(memory)}. ${dueText(due, today)}`,
  LEARNED_NOTE,
];

const lessonRows = ({ lessons }: LearnerReport): ShareRow[] =>
  lessons.map((lesson, i) => ({
    name: `${i + 1} · ${lesson.title}`,
    share: lesson.correct / Math.max(lesson.answered, 1),
    reached: (lesson.correct + lesson.mended) / Math.max(lesson.answered, 1),
    // A closed book does not say how far the learner is, and would leave no room for the title.
    text: lessonStatusText({ ...lesson, closedBook: false }, lesson),
  }));
