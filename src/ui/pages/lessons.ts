import stringWidth from 'string-width';
import type { CourseIndex } from '../../core/course/course.js';
import { memoize2 } from '../../core/memoize.js';
import { lessonRowText } from '../../core/messages/home.js';
import { entryText } from '../../core/messages/menu.js';
import type { Progress } from '../../core/progress/progress.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import type { State } from '../../core/state/state.js';
import { type LessonView, lessonView } from '../../core/views/home/lessons.js';
import { HELP, HOME, MOVE, OPEN } from '../keys/footer-keys.js';
import { GAP, type Line, line, POINTER_WIDTH } from '../layout/line.js';
import type { Page, PageItem } from '../layout/page.js';
import { cut, hangLines, padTo, wrapLines } from '../layout/wrap.js';
import { WIDE } from './home.js';

/** A row for each lesson. In a narrow window the highlighted lesson has its score and goal below its title. */
export function lessonsPage(
  state: State,
  menu: readonly MenuEntry[],
  highlight: number,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  const room = width - POINTER_WIDTH;
  const goal = viewAt(state, menu[highlight])?.goal ?? '';
  return {
    before: [],
    items: menu.map((entry, i) => ({
      id: entry.id,
      lines: entryLines(state, entry, room, i === highlight),
      gapAfter: entry.does === 'open' && menu[i + 1]?.does !== 'open',
    })),
    after: room < WIDE ? [] : [GAP, ...wrapLines(goal, width)],
    footer: [MOVE, OPEN, HELP, HOME],
  };
}

const viewAt = ({ course, progress }: State, entry: MenuEntry | undefined) =>
  entry?.does === 'open' ? lessonView(course, progress, entry.lesson) : undefined;

/** A course may have thousands of lessons: a row is made when it is visible. */
function entryLines(
  state: State,
  entry: MenuEntry,
  room: number,
  isHighlighted: boolean,
): PageItem['lines'] {
  if (entry.does !== 'open') return [line(cut(entryText(entry, state.course, 0), room))];
  if (isHighlighted && room < WIDE) return narrowLines(viewAt(state, entry), room);
  const columns = room < WIDE ? undefined : columnsOf(state, room);
  const make = (): Line[] => [rowLine(viewAt(state, entry), columns, room)];
  return { length: 1, make };
}

const NUMBER_WIDTH = 3;
const COLUMN_GAP = 2;
const TIME_WIDTH = 6;

const numberText = ({ number }: LessonView): string => padTo(String(number), NUMBER_WIDTH);

function narrowLines(lesson: LessonView | undefined, room: number): Line[] {
  if (!lesson) return [];
  const below = [`${lesson.score}, ${lesson.time}`, lesson.goal];
  return [
    ...hangLines({ text: numberText(lesson), tone: 'plain' }, lesson.title, room),
    ...below.flatMap((text) =>
      hangLines({ text: ' '.repeat(NUMBER_WIDTH), tone: 'plain' }, text, room),
    ),
  ];
}

type Columns = { readonly title: number; readonly score: number };

function rowLine(lesson: LessonView | undefined, columns: Columns | undefined, room: number): Line {
  if (!lesson) return line('');
  const { title, score, time } = lesson;
  if (!columns) return line(numberText(lesson) + cut(title, room - NUMBER_WIDTH));
  const gap = ' '.repeat(COLUMN_GAP);
  const cells = [
    padTo(title, columns.title),
    padTo(score, columns.score),
    time.padStart(TIME_WIDTH),
  ];
  return line(numberText(lesson) + cells.join(gap));
}

/** The widest score, and the longest title or what is left of the row. */
function columnsOf({ course, progress }: State, room: number): Columns {
  const { title, score } = widest(course, progress);
  const rest = room - NUMBER_WIDTH - score - TIME_WIDTH - 2 * COLUMN_GAP;
  return { title: Math.min(title, rest), score };
}

const widest = memoize2(({ lessons }: CourseIndex, progress: Progress): Columns => {
  const longest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => stringWidth(text)));
  return {
    title: longest(lessons.map((lesson) => lesson.title)),
    score: longest(lessons.map((lesson) => lessonRowText(lesson, progress))),
  };
});
