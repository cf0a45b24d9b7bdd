import type { CourseIndex, Lesson } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import {
  lessonScoreText,
  takeAlongText,
  WORTH_ANOTHER_LOOK,
  withLaterTry,
} from '../../core/messages/lesson.js';
import { entryText } from '../../core/messages/menu.js';
import { calibrationNote } from '../../core/messages/review.js';
import { truthText } from '../../core/messages/verdict.js';
import { checkProgress, missedChecks, openMisses } from '../../core/progress/checks.js';
import { lessonStatus } from '../../core/progress/lesson-status.js';
import type { Progress } from '../../core/progress/progress.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import { BACK, HELP, HOME, MOVE, OPEN, QUIT } from '../keys/footer-keys.js';
import { barLine } from '../layout/bar.js';
import { GAP, type Line, line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

type SummaryProps = {
  readonly course: CourseIndex;
  readonly lesson: Lesson;
  readonly menu: readonly MenuEntry[];
  readonly progress: Progress;
  readonly material: CourseMaterial;
};

/** The score, missed checks as true statements, and the menu. Wrong choices are not shown: people remember them. */
export function summaryPage(
  props: SummaryProps,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  const missed = missedChecks(props.lesson, props.progress);
  const open = openMisses(props.lesson, props.progress).length;
  return {
    before: [
      scoreLine(props, width),
      ...calibrationLines(props, width),
      GAP,
      ...habitLines(props.lesson, width),
      ...missedLines(props, width),
      ...(missed.length > 0 ? [GAP] : []),
    ],
    items: props.menu.map((entry) => ({
      id: entry.id,
      lines: [line(entryText(entry, props.course, open))],
    })),
    after: [],
    footer: [MOVE, OPEN, BACK, HELP, HOME, QUIT],
  };
}

/** The bar shows first answers only. */
function scoreLine({ lesson, progress }: SummaryProps, width: number): Line {
  const { correct, checks } = lessonStatus(lesson, progress);
  const score = lessonScoreText(lesson, progress);
  return checks === 0 ? line(score) : barLine(score, correct / checks, width);
}

/** How often the learner was right at their highest certainty, if they have rated any answer. */
function calibrationLines({ course, progress }: SummaryProps, width: number): Line[] {
  const text = calibrationNote(course, progress);
  return text === undefined ? [] : wrapLines(text, width);
}

const habitLines = ({ habit }: Lesson, width: number): Line[] =>
  habit === undefined ? [] : [...wrapLines(takeAlongText(habit), width), GAP];

function missedLines({ lesson, progress, material }: SummaryProps, width: number): Line[] {
  const missed = missedChecks(lesson, progress);
  if (missed.length === 0) return [];
  return [
    line(WORTH_ANOTHER_LOOK),
    ...missed.flatMap((check) => {
      const isRightNow = checkProgress(progress, check.id)?.last.right;
      const text = withLaterTry(truthText(check, material), isRightNow);
      return hangLines({ text: '• ', tone: 'plain' }, text, width);
    }),
  ];
}
