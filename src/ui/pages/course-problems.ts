import type { Problem } from '../../core/course/problem.js';
import { placeText } from '../../core/course-files/course-file.js';
import { counted } from '../../core/text/english.js';
import { plainText } from '../../core/text/sanitize.js';
import { QUIT, SCROLL } from '../keys/footer-keys.js';
import { GAP, type Line, line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

/** Authors fix fewer problems between two saves, and each row costs time at every key. */
const MOST_SHOWN = 50;

const GOES_AWAY = 'You see the course again as soon as you fix and save it.';

/** Problems that keep a course from opening, each with its place, message and rule. */
export function courseProblemsPage(problems: readonly Problem[], width: number): Page {
  const more = problems.length - MOST_SHOWN;
  return {
    id: 'problems',
    title: 'Mistakes in the course',
    where: `${problems.length} to fix`,
    whereShort: String(problems.length),
    before: [
      ...problems.slice(0, MOST_SHOWN).flatMap((problem) => [...problemLines(problem, width), GAP]),
      ...(more > 0 ? [line(`and ${counted(more, 'more mistake')}`), GAP] : []),
      ...wrapLines(GOES_AWAY, width),
    ],
    items: [],
    after: [],
    footer: [SCROLL, QUIT],
  };
}

const INDENT = { text: '  ', tone: 'plain' } as const;

function problemLines(problem: Problem, width: number): Line[] {
  return [
    ...wrapLines(plainText(placeText(problem)), width, 'strong'),
    ...hangLines(INDENT, plainText(problem.message), width),
    ...hangLines(INDENT, plainText(`rule: ${problem.rule}`), width),
  ];
}
