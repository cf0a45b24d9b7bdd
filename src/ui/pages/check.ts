import type { Check, Choice, CourseRecord } from '../../core/course.js';
import type { LookUp } from '../../core/log-entry.js';
import { hintText } from '../../core/words.js';
import { POINTER_WIDTH } from '../choice-list.js';
import { GAP, type Line } from '../line.js';
import type { Page, PageItem } from '../page.js';
import { hangLines, wrapLines } from '../wrap.js';
import { ANSWER, choose, HELP, HINT, HOME, LOOK, WHO } from './footer-keys.js';

type Asked = {
  readonly step: Check;
  readonly choices: readonly Choice[];
  readonly lookUps: readonly LookUp[];
  readonly closedBook: boolean;
  readonly record: CourseRecord;
};

/** The question, its choices, and the hint once it was asked for. */
export function checkBody(
  asked: Asked,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  return {
    before: [...wrapLines(asked.step.stem, width, 'strong'), GAP],
    items: choiceItems(asked.choices, width),
    after: hintLines(asked, width),
    footer: [
      choose(asked.choices.length),
      ANSWER,
      ...(asked.closedBook ? [] : [LOOK, HINT, WHO]),
      HELP,
      HOME,
    ],
  };
}

/** Numbered, each on its own column; with air between them when one takes several rows. */
function choiceItems(choices: readonly Choice[], width: number): PageItem[] {
  const items = choices.map((choice, i) => ({
    id: choice.id,
    lines: hangLines({ text: `${i + 1}  `, tone: 'quiet' }, choice.text, width - POINTER_WIDTH),
  }));
  const airy = items.some(({ lines }) => lines.length > 1);
  return items.map((item, i) => ({ ...item, gapAfter: airy && i < items.length - 1 }));
}

function hintLines({ step, lookUps, record }: Asked, width: number): Line[] {
  if (!lookUps.includes('hint')) return [];
  return [GAP, ...hangLines({ text: 'Hint  ', tone: 'accent' }, hintText(step, record), width)];
}
