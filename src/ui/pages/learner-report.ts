import stringWidth from 'string-width';
import type { CourseMaterial } from '../../core/course/ledger.js';
import type { LearnerReport } from '../../core/learner-report/report.js';
import { CERTAINTIES } from '../../core/memory/certainty.js';
import { lessonStatusText } from '../../core/messages/lesson.js';
import {
  misreadingText,
  missedText,
  NO_MISREADINGS,
  SKILL_NAMES,
} from '../../core/messages/report.js';
import {
  CERTAINTY_KEYS,
  calibrationText,
  dueText,
  memoryText,
} from '../../core/messages/review.js';
import { BAR_WIDTH } from '../../core/text/bar.js';
import { HELP, HOME, QUIT, SCROLL, TO_MAP } from '../keys/footer-keys.js';
import { barSpans } from '../layout/bar.js';
import { GAP, type Line, line, type Span } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { cut, hangLines, padTo, wrapLines } from '../layout/wrap.js';

/** What a learner knows, mixes up and will be asked again. */
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

/** As wide as the longest name of a skill, with a blank behind it. */
const NAME_COLUMN = 16;
/** Narrower than this a lesson has no bar. */
const WIDE = 64;

/** A name, a bar and what stands beside it. */
const barLine = (name: string, share: number, text: string, column = NAME_COLUMN): Line => ({
  spans: [
    { text: padTo(name, column), tone: 'plain' },
    ...barSpans(share),
    { text: `  ${text}`, tone: 'quiet' },
  ],
});

function skillLines({ skills }: LearnerReport): Line[] {
  return [
    line('Right at the first try', 'strong'),
    ...skills.map(({ skill, right, answered, checks }) => {
      const text = answered === 0 ? `${checks} to come` : `${right} of ${answered}`;
      const share = answered === 0 ? 0 : right / answered;
      return barLine(SKILL_NAMES[skill], share, text);
    }),
  ];
}

/** The last example of each stands as the truth: never what was chosen wrongly, since lures stick. */
function misreadingLines(
  { misreadings }: LearnerReport,
  material: CourseMaterial,
  width: number,
): Line[] {
  return [
    line('Your misreadings', 'strong'),
    ...(misreadings.length === 0 ? [line(NO_MISREADINGS)] : []),
    ...misreadings.flatMap((one, i) => [
      ...hangLines({ text: '• ', tone: 'quiet' }, misreadingText(one, i), width),
      ...hangLines({ text: '  ', tone: 'plain' }, missedText(one.missed, material), width, 'quiet'),
    ]),
  ];
}

function certaintyLines({ certainty }: LearnerReport, width: number): Line[] {
  const text = calibrationText(certainty);
  if (text === undefined) return [];
  const rows = CERTAINTIES.filter((one) => certainty[one].of > 0).map((one) => {
    const { right, of } = certainty[one];
    return barLine(CERTAINTY_KEYS[one].does, right / of, `${right} of ${of} right`);
  });
  return [line('How sure, and how right', 'strong'), ...rows, ...wrapLines(text, width), GAP];
}

function memoryLines({ memory, due }: LearnerReport, width: number): Line[] {
  return [
    line('What stays', 'strong'),
    ...wrapLines(`${memoryText(memory)}.`, width),
    ...dueLines(due, width),
  ];
}

/** The next two weeks as a row of counts, today first. */
function dueLines(due: readonly number[], width: number): Line[] {
  const counts: Span[] = due.map((count) => ({
    text: padTo(count === 0 ? '·' : String(count), 3),
    tone: count === 0 ? 'quiet' : 'accent',
  }));
  const row: Line = { spans: [{ text: padTo('Due', 6), tone: 'quiet' }, ...counts] };
  return [...(width >= 48 ? [row] : []), ...wrapLines(dueText(due), width, 'quiet')];
}

function lessonLines({ lessons }: LearnerReport, width: number): Line[] {
  const rows = lessons.map((lesson, i) => ({
    name: `${i + 1}  ${lesson.title}`,
    text: lessonStatusText(lesson, lesson),
    share: lesson.checks === 0 ? 0 : lesson.answered / lesson.checks,
  }));
  const most = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => stringWidth(text)));
  const room = width - BAR_WIDTH - 4 - most(rows.map(({ text }) => text));
  const names = Math.min(most(rows.map(({ name }) => name)), room);
  return [
    line('Lessons', 'strong'),
    ...rows.flatMap(({ name, text, share }) =>
      width < WIDE
        ? wrapLines(`${name}: ${text}`, width)
        : [barLine(cut(name, names), share, text, names + 2)],
    ),
  ];
}
