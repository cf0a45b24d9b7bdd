import type { CourseIndex } from '../../core/course/course.js';
import { WORTH_ANOTHER_LOOK } from '../../core/messages/lesson.js';
import { entryText } from '../../core/messages/menu.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import type { QuizEndView } from '../../core/views/quiz-end.js';
import { HELP, HOME, MOVE, OPEN, QUIT } from '../keys/footer-keys.js';
import { barSpans } from '../layout/bar.js';
import { GAP, type Line, line, POINTER_WIDTH } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

/** The score of a quiz, missed questions as true statements, and what is next. */
export const quizEndPage = (
  view: QuizEndView,
  { course, menu }: { readonly course: CourseIndex; readonly menu: readonly MenuEntry[] },
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> => ({
  before: [...scoreLines(view), ...missedLines(view, width), ...noteLines(view, width)],
  items: menu.map((entry) => ({
    id: entry.id,
    lines: wrapLines(entryText(entry, course, 0), width - POINTER_WIDTH),
  })),
  after: [],
  footer: [MOVE, OPEN, HELP, HOME, QUIT],
});

const scoreLines = ({ score }: QuizEndView): Line[] =>
  score
    ? [{ spans: [{ text: `${score.text}   `, tone: 'plain' }, ...barSpans(score.share)] }, GAP]
    : [];

const missedLines = ({ missed }: QuizEndView, width: number): Line[] =>
  missed.length === 0
    ? []
    : [
        line(WORTH_ANOTHER_LOOK),
        ...missed.flatMap((truth) => hangLines({ text: '• ', tone: 'plain' }, truth, width)),
        GAP,
      ];

const noteLines = ({ notes }: QuizEndView, width: number): Line[] =>
  notes.length === 0 ? [] : [...notes.flatMap((text) => wrapLines(text, width)), GAP];
