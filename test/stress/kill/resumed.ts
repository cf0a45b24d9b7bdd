import type { Lesson } from '../../../src/core/course/course.js';
import { entriesIn } from '../answer-log.js';
import { type Page, pageInLines } from '../page.js';
import { isCrash, startPlain } from '../plain-program.js';
import type { PlayedCourse } from '../played-course.js';
import { dueIn, positionIn } from './half-way.js';
import type { KilledRun } from './killed-run.js';

/** What a player does in one run. */
export type Task = { readonly args: readonly string[]; readonly course: PlayedCourse } & (
  | { readonly kind: 'learn'; readonly lesson: Lesson }
  | { readonly kind: 'review' | 'drill' }
);

/** A lesson's number on screen, from 1. */
export const numberOf = ({ lessons }: PlayedCourse, lesson: Lesson): number =>
  lessons.indexOf(lesson) + 1;

type PageToCome = Pick<Page, 'kind'> & { readonly place?: Page['place'] };

/** The page that the log lets a task begin with. */
export function pageToCome(data: string, task: Task): PageToCome {
  if (task.kind !== 'learn') {
    const hasQuestion = task.kind === 'drill' || dueIn(data).size > 0;
    return { kind: hasQuestion ? 'question' : 'menu' };
  }
  const { lesson, course } = task;
  const first = lesson.body[0]?.kind === 'check' ? 'question' : 'reading';
  const entries = entriesIn(data, course.index.id);
  const { kind, step } = positionIn(entries, lesson) ?? { kind: first, step: 1 };
  return kind === 'menu' ? { kind } : { kind, place: { lesson: numberOf(course, lesson), step } };
}

/** @returns a fault unless the page is the one that was to come */
export function otherPage(expected: PageToCome, page: Page): string[] {
  const [should, is] = [expected, page].map(
    ({ kind, place }) => kind + (place ? ` at lesson ${place.lesson}, step ${place.step}` : ''),
  );
  if (is === should) return [];
  return [`a start came to ${is} instead of ${should}: "${page.words.slice(0, 160)}"`];
}

/** Starts a task once more, lets it end by itself, and compares its first page with the log. */
export async function startAgain(data: string, task: Task): Promise<string[]> {
  const { course } = task;
  const what =
    task.kind === 'learn' ? ['learn', String(numberOf(course, task.lesson))] : [task.kind];
  const expected = pageToCome(data, task);
  const args = ['--plain', ...what, ...course.args, '--data-dir', data];
  const { code, signal, out, err } = await startPlain(args).ended;
  const page = pageInLines(out.split('\n\nThe input has ended.')[0] ?? '');
  return [
    ...(code === 0 ? [] : [`the next start ended with ${code ?? signal}: ${err.slice(0, 300)}`]),
    ...(isCrash(err) ? [`the next start showed a stack trace: ${err.slice(0, 300)}`] : []),
    ...(page ? otherPage(expected, page) : ['the next start showed no page']),
  ];
}

/** The log is at the step that was shown, or one further: the last key may have led there unseen. */
export function keptElsewhere(data: string, { place }: KilledRun, task: Task): string[] {
  if (task.kind !== 'learn' || !place) return [];
  const kept = positionIn(entriesIn(data, task.course.index.id), task.lesson)?.step ?? 0;
  const isNear = kept === place.step || kept === place.step + 1;
  return isNear ? [] : [`step ${place.step} was shown, step ${kept} is kept`];
}
