import stringWidth from 'string-width';
import type { CourseMaterial } from '../../core/course/ledger.js';
import type { LearnerReport } from '../../core/learner-report/report.js';
import { CERTAINTIES } from '../../core/memory/certainty.js';
import { BINDINGS } from '../../core/messages/bindings.js';
import { lessonStatusText } from '../../core/messages/lesson.js';
import {
  doubtTexts,
  misreadingText,
  missedText,
  NO_MISREADINGS,
  REPORT_HEADINGS,
  SKILL_NAMES,
} from '../../core/messages/report.js';
import { calibrationText, dueText, memoryText } from '../../core/messages/review.js';
import { BAR_WIDTH } from '../../core/text/bar.js';
import { HELP, HOME, QUIT, SCROLL, TO_MAP } from '../keys/footer-keys.js';
import { barSpans } from '../layout/bar.js';
import { GAP, type Line, line, type Span } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { cut, hangLines, padTo, wrapLines } from '../layout/wrap.js';

/** Skills, misreadings, certainty, memory and lessons of a learner. */
export function learnerReportPage(
  report: LearnerReport,
  material: CourseMaterial,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  return {
    before: [
      ...skillLines(report),
      GAP,
      ...misreadingLines(report, material, width),
      GAP,
      ...doubtLines(report, width),
      ...certaintyLines(report, width),
      ...memoryLines(report, width),
      GAP,
      ...lessonLines(report, width),
    ],
    items: [],
    after: [],
    footer: [SCROLL, TO_MAP, HELP, HOME, QUIT],
  };
}

/** The longest skill's name and one space. */
const NAME_COLUMN = 16;
/** The least width for a bar beside a lesson. */
const WIDE = 64;

const barLine = (name: string, share: number, text: string, column = NAME_COLUMN): Line => ({
  spans: [
    { text: padTo(name, column), tone: 'plain' },
    ...barSpans(share),
    { text: `  ${text}`, tone: 'plain' },
  ],
});

function skillLines({ skills }: LearnerReport): Line[] {
  return [
    line(REPORT_HEADINGS.skills, 'strong'),
    ...skills.map(({ skill, right, answered, checks }) => {
      const text = answered === 0 ? `${checks} to come` : `${right} of ${answered}`;
      const share = answered === 0 ? 0 : right / answered;
      return barLine(SKILL_NAMES[skill], share, text);
    }),
  ];
}

/** Each misreading's latest example, as a true statement. Wrong choices are not shown: people remember them. */
function misreadingLines(
  { misreadings }: LearnerReport,
  material: CourseMaterial,
  width: number,
): Line[] {
  return [
    line(REPORT_HEADINGS.misreadings, 'strong'),
    ...(misreadings.length === 0 ? [line(NO_MISREADINGS)] : []),
    ...misreadings.flatMap((misreading) => [
      ...hangLines({ text: '• ', tone: 'plain' }, misreadingText(misreading), width),
      ...hangLines({ text: '  ', tone: 'plain' }, missedText(misreading.missed, material), width),
    ]),
  ];
}

/** How often the learner takes as said what the article leaves open, and the other way round. */
function doubtLines({ doubt }: LearnerReport, width: number): Line[] {
  const texts = doubtTexts(doubt);
  if (texts.length === 0) return [];
  const bullets = texts.flatMap((text) => hangLines({ text: '• ', tone: 'plain' }, text, width));
  return [line(REPORT_HEADINGS.doubt, 'strong'), ...bullets, GAP];
}

function certaintyLines({ certainty }: LearnerReport, width: number): Line[] {
  const text = calibrationText(certainty);
  if (text === undefined) return [];
  const rows = CERTAINTIES.filter((level) => certainty[level].of > 0).map((level) => {
    const { right, of } = certainty[level];
    return barLine(BINDINGS[level].label, right / of, `${right} of ${of} right`);
  });
  return [line(REPORT_HEADINGS.certainty, 'strong'), ...rows, ...wrapLines(text, width), GAP];
}

function memoryLines({ memory, due }: LearnerReport, width: number): Line[] {
  return [
    line(REPORT_HEADINGS.memory, 'strong'),
    ...wrapLines(`${memoryText(memory)}.`, width),
    ...dueLines(due, width),
  ];
}

/** Checks due on each of the next 14 days, today first. */
function dueLines(due: readonly number[], width: number): Line[] {
  const counts: Span[] = due.map((count) => ({
    text: padTo(count === 0 ? '·' : String(count), 3),
    tone: count === 0 ? 'plain' : 'strong',
  }));
  const row: Line = { spans: [{ text: padTo('Due', 6), tone: 'plain' }, ...counts] };
  return [...(width >= 48 ? [row] : []), ...wrapLines(dueText(due), width)];
}

function lessonLines({ lessons }: LearnerReport, width: number): Line[] {
  const rows = lessons.map((lesson, i) => ({
    name: `${i + 1}  ${lesson.title}`,
    text: lessonStatusText(lesson, lesson),
    share: lesson.checks === 0 ? 0 : lesson.answered / lesson.checks,
  }));
  const longest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => stringWidth(text)));
  const room = width - BAR_WIDTH - 4 - longest(rows.map(({ text }) => text));
  const names = Math.min(longest(rows.map(({ name }) => name)), room);
  return [
    line(REPORT_HEADINGS.lessons, 'strong'),
    ...rows.flatMap(({ name, text, share }) =>
      width < WIDE
        ? wrapLines(`${name}: ${text}`, width)
        : [barLine(cut(name, names), share, text, names + 2)],
    ),
  ];
}
