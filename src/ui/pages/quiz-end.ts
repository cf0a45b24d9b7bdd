import type { CourseIndex } from '../../core/course/course.js';
import { entryText } from '../../core/messages/menu.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import type { QuizEndView } from '../../core/views/quiz-end.js';
import { DOWN, HELP, HOME, MOVE, OPEN, QUIT } from '../keys/footer-keys.js';
import { barLine } from '../layout/bar.js';
import { GAP, type Line, POINTER_WIDTH } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { wrapLines } from '../layout/wrap.js';
import { truthLines } from './summary.js';

/** The score of a quiz, what is next, and missed questions as true statements. The score is in view in every window. */
export const quizEndPage = (
  view: QuizEndView,
  { course, menu }: { readonly course: CourseIndex; readonly menu: readonly MenuEntry[] },
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'opensAtTop' | 'footer'> => ({
  opensAtTop: true,
  before: [...scoreLines(view, width), ...noteLines(view, width)],
  items: menu.map((entry) => ({
    id: entry.id,
    lines: wrapLines(entryText(entry, course, 0), width - POINTER_WIDTH),
  })),
  after: truthLines(view.missed, width),
  footer: [MOVE, OPEN, DOWN, HELP, HOME, QUIT],
});

const scoreLines = ({ score }: QuizEndView, width: number): Line[] =>
  score ? [barLine(score.text, score.share, width), GAP] : [];

const noteLines = ({ notes }: QuizEndView, width: number): Line[] =>
  notes.length === 0 ? [] : [...notes.flatMap((text) => wrapLines(text, width)), GAP];
