import stringWidth from 'string-width';
import type { CourseIndex } from '../../core/course/course.js';
import { memoize, memoize2 } from '../../core/memoize.js';
import { homeText, longestHomeTexts, reviewEntry } from '../../core/messages/home.js';
import { continueText, lessonStatusText } from '../../core/messages/lesson.js';
import { entryNote, entryText } from '../../core/messages/menu.js';
import { lessonStatus } from '../../core/progress/lesson-status.js';
import type { Progress } from '../../core/progress/progress.js';
import type { MenuEntry } from '../../core/state/menu-entry.js';
import { BAR_WIDTH } from '../../core/text/bar.js';
import { HELP, MOVE, OPEN, QUIT } from '../keys/footer-keys.js';
import { barSpans } from '../layout/bar.js';
import { GAP, type Line, line, POINTER_WIDTH, type Span } from '../layout/line.js';
import type { LaterLines, Page, PageItem } from '../layout/page.js';
import { cut, hangLines, padTo, wrapLines } from '../layout/wrap.js';

type HomeProps = {
  readonly course: CourseIndex;
  readonly progress: Progress;
  /** The learner's day. */
  readonly today: number;
  readonly menu: readonly MenuEntry[];
  readonly highlight: number;
  readonly isPreview: boolean;
};

/** The least width for a lesson on one row. Below it, a lesson takes two rows. */
const WIDE = 60;
const BAR_AND_GAPS = 14;
/** Leaves room for "8 checks, closed book" in 40 columns. */
const NARROW_BAR = 8;
const NAME_WIDTH = 18;

/** The menu, then the highlighted lesson's goal and how much of the course is left. */
export function homePage(
  home: HomeProps,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'last' | 'footer'> {
  const room = width - POINTER_WIDTH;
  const column = room < WIDE ? 0 : titleColumn(home, room);
  return {
    before: [],
    items: home.menu.map((entry, i) => ({
      id: entry.id,
      lines: entryLines(entry, home, { room, column }),
      gapAfter: endsGroup(entry, home.menu[i + 1]),
    })),
    after: [GAP, ...goalLines(home, width)],
    last: leftLines(home, width),
    footer: [MOVE, OPEN, HELP, QUIT],
  };
}

/** Groups: continue, lessons, self-study, and the rest. */
function endsGroup(entry: MenuEntry, next: MenuEntry | undefined): boolean {
  if (next === undefined) return false;
  if (entry.does === 'open') return entry.id === 'continue' || next.does !== 'open';
  return next.does === 'look' && entry.does !== 'look';
}

/** Columns of a row (`room`) and of its title (`column`). */
type Columns = { readonly room: number; readonly column: number };

function entryLines(entry: MenuEntry, home: HomeProps, columns: Columns): PageItem['lines'] {
  const { room } = columns;
  if (entry.id === 'continue') return continueLines(home, room);
  if (entry.does === 'open') {
    const make = (): Line[] => lessonLines(entry.lesson, home, columns);
    return { length: room < WIDE ? 2 : 1, make };
  }
  if (entry.does === 'review') return { length: 1, make: () => [reviewLine(home, room)] };
  return [noteLine(entryText(entry, home.course, 0), entryNote(entry, home.isPreview), room)];
}

function continueLines({ course, progress }: HomeProps, room: number): Line[] {
  const { verb, rest } = continueText(course, progress);
  const lead = room < WIDE ? `${verb}  ` : padTo(verb, NAME_WIDTH);
  return hangLines({ text: lead, tone: 'strong' }, rest, room);
}

function reviewLine(home: HomeProps, room: number): Line {
  const { name, note } = reviewEntry(home);
  return noteLine(name, note, room);
}

/** How much of the course is left. Computed when visible, since thousands of checks take a while. */
function leftLines({ course, progress, isPreview }: HomeProps, width: number): LaterLines {
  const make = (): Line[] => wrapLines(homeText(course, progress, isPreview), width);
  if (progress.checks.size === 0 || isPreview) {
    const lines = make();
    return { length: lines.length, make: () => lines };
  }
  const length = Math.max(...longestHomeTexts(course).map((text) => wrapLines(text, width).length));
  return { length, make: () => filled(make(), length) };
}

const filled = (lines: readonly Line[], rows: number): Line[] =>
  Array.from({ length: rows }, (_, i) => lines[i] ?? line(''));

/** Name and note. A narrow window has no note. */
function noteLine(name: string, note: string, room: number): Line {
  if (room < WIDE || note === '') return line(cut(name, room));
  return {
    spans: [
      { text: padTo(name, NAME_WIDTH), tone: 'plain' },
      { text: note, tone: 'plain' },
    ],
  };
}

function lessonLines(id: string, home: HomeProps, { room, column }: Columns): Line[] {
  const index = home.course.lessons.findIndex((lesson) => lesson.id === id);
  const lesson = home.course.lessons[index];
  if (!lesson) return [];
  const status = lessonStatus(lesson, home.progress);
  const share = status.checks === 0 ? 0 : status.answered / status.checks;
  const bar = barSpans(share, room < WIDE ? NARROW_BAR : BAR_WIDTH);
  const score: Span = { text: lessonStatusText(lesson, status), tone: 'plain' };
  const lead = padTo(String(index + 1), 3);
  if (room < WIDE) {
    const title = line(lead + cut(lesson.title, room - 3));
    return [
      title,
      { spans: [{ text: '   ', tone: 'plain' }, ...bar, { ...score, text: `  ${score.text}` }] },
    ];
  }
  const title: Span = {
    text: `${lead}${padTo(lesson.title, column)}  `,
    tone: 'plain',
  };
  return [{ spans: [title, ...bar, { ...score, text: `  ${score.text}` }] }];
}

/** The width of the titles' column: the longest title, or what the longest score leaves. */
function titleColumn({ course, progress }: HomeProps, room: number): number {
  const { title, score } = widest(course, progress);
  return Math.min(title, room - 3 - BAR_AND_GAPS - score);
}

/** Columns of the widest title and of the widest score. */
const widest = memoize2(({ lessons }: CourseIndex, progress: Progress) => {
  const longest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => stringWidth(text)));
  return {
    title: longest(lessons.map((lesson) => lesson.title)),
    score: longest(
      lessons.map((lesson) => lessonStatusText(lesson, lessonStatus(lesson, progress))),
    ),
  };
});

/** The highlighted lesson's goal. The number of rows is constant, so that the page does not jump. */
function goalLines({ course, menu, highlight }: HomeProps, width: number): Line[] {
  const entry = menu[highlight];
  const lesson =
    entry?.does === 'open' ? course.lessons.find(({ id }) => id === entry.lesson) : undefined;
  const goal = lesson ? wrapLines(lesson.goal, width) : [];
  const rows = [
    ...goal,
    ...Array.from({ length: mostRows(course)(width) - goal.length }, () => line('')),
  ];
  // Home can spare these rows first.
  return rows.map((row): Line => ({ ...row, dropAs: 'aside' }));
}

/** The rows of the longest goal at a width. */
const mostRows = memoize(({ lessons }: CourseIndex) => {
  const goals = [...new Set(lessons.map(({ goal }) => goal))];
  const cache = new Map<number, number>();
  return (width: number): number => {
    const most =
      cache.get(width) ?? Math.max(0, ...goals.map((goal) => wrapLines(goal, width).length));
    cache.set(width, most);
    return most;
  };
});
