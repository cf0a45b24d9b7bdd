import type { CourseIndex, Reading } from '../../core/course/course.js';
import type { CourseMaterial, Passage } from '../../core/course/ledger.js';
import { type PassageHeading, passageHeading } from '../../core/messages/lesson.js';
import { BACK, HELP, HOME, NEXT, QUIT, WHO } from '../keys/footer-keys.js';
import { GAP, type Line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

/** The passages of a step, each with its heading, and what to look for. */
export function readingPage(
  step: Reading,
  { course, material }: { readonly course: CourseIndex; readonly material: CourseMaterial },
  closedBook: boolean,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  const passages = material.passages.filter(({ id }) => step.passages.includes(id));
  const { lookFor } = step;
  return {
    before: [
      ...passageLines(passages, passageHeading(course), width),
      ...(lookFor
        ? [GAP, ...hangLines({ text: 'Look for  ', tone: 'strong' }, lookFor, width)]
        : []),
    ],
    items: [],
    after: [],
    footer: [NEXT, BACK, ...(closedBook ? [] : [WHO]), HELP, HOME, QUIT],
  };
}

export const passageLines = (
  passages: readonly Passage[],
  heading: PassageHeading,
  width: number,
): Line[] =>
  passages.flatMap((passage, i) => [
    ...(i > 0 ? [GAP] : []),
    ...wrapLines(heading(passage), width).map((row) => ({
      ...row,
      dropAs: 'section' as const,
    })),
    GAP,
    ...wrapLines(passage.sentences.map(({ text }) => text).join(' '), width),
  ]);
