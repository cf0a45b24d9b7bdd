import type { CourseIndex } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { afterReview } from '../../core/messages/home.js';
import { WORTH_ANOTHER_LOOK } from '../../core/messages/lesson.js';
import { entryText } from '../../core/messages/menu.js';
import { truthText } from '../../core/messages/verdict.js';
import type { Progress } from '../../core/progress/progress.js';
import type { Quiz } from '../../core/review/quiz.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import { HELP, HOME, MOVE, OPEN, QUIT } from '../keys/footer-keys.js';
import { barSpans } from '../layout/bar.js';
import { GAP, type Line, line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

type QuizEndProps = {
  readonly course: CourseIndex;
  readonly progress: Progress;
  /** The learner's day. */
  readonly today: number;
  readonly quiz: Quiz;
  readonly menu: readonly MenuEntry[];
  readonly material: CourseMaterial;
};

/** The score of a quiz, missed checks as true statements, and when the next review is. */
export function quizEndPage(
  props: QuizEndProps,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  return {
    before: [...scoreLines(props), ...missedLines(props, width), ...nextLines(props, width), GAP],
    items: props.menu.map((entry) => ({
      id: entry.id,
      lines: [line(entryText(entry, props.course, 0))],
    })),
    after: [],
    footer: [MOVE, OPEN, HELP, HOME, QUIT],
  };
}

function scoreLines({ quiz: { answered, right } }: QuizEndProps): Line[] {
  if (answered === 0) return [];
  const score = { text: `${right} of ${answered} right   `, tone: 'plain' } as const;
  return [{ spans: [score, ...barSpans(right / answered)] }, GAP];
}

function missedLines({ quiz, material }: QuizEndProps, width: number): Line[] {
  if (quiz.missed.length === 0) return [];
  return [
    line(WORTH_ANOTHER_LOOK),
    ...quiz.missed.flatMap((check) =>
      hangLines({ text: '• ', tone: 'plain' }, truthText(check, material), width),
    ),
    GAP,
  ];
}

const nextLines = (props: QuizEndProps, width: number): Line[] =>
  afterReview(props).flatMap((text) => wrapLines(text, width));
