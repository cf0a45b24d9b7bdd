import type { Check, Choice } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import type { LookUp } from '../../core/log/entry.js';
import { CERTAINTIES } from '../../core/memory/certainty.js';
import { BINDINGS } from '../../core/messages/bindings.js';
import { CERTAINTY_ASKED } from '../../core/messages/review.js';
import { hintText } from '../../core/messages/verdict.js';
import {
  ANSWER,
  CERTAINTY_FOOTER,
  choose,
  HELP,
  HINT,
  HOME,
  LOOK,
  OTHER,
  TO_CHOICES,
  WHO,
} from '../keys/footer-keys.js';
import { GAP, type Line, line, POINTER_WIDTH } from '../layout/line.js';
import type { Page, PageItem } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

type QuestionProps = {
  readonly step: Check;
  /** Shown above the question: what was said, without who said it. */
  readonly said?: string | undefined;
  /** Whether a choice is made, and waits for how sure it is. */
  readonly isMade: boolean;
  /** What came of being sure so far, in a sentence. */
  readonly calibration?: string | undefined;
  readonly choices: readonly Choice[];
  readonly lookUps: readonly LookUp[];
  readonly closedBook: boolean;
  readonly material: CourseMaterial;
};

/** The question, its choices, then how sure one is, and the hint once it was asked for. */
export function questionPage(
  asked: QuestionProps,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  return {
    before: [...saidLines(asked, width), ...wrapLines(asked.step.stem, width, 'strong'), GAP],
    items: choiceItems(asked.choices, width),
    after: [...hintLines(asked, width), ...(asked.isMade ? certaintyLines(asked, width) : [])],
    footer: asked.isMade
      ? [...CERTAINTY_FOOTER, OTHER, HELP, TO_CHOICES]
      : [
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

function saidLines({ said }: QuestionProps, width: number): Line[] {
  if (said === undefined) return [];
  return [...hangLines({ text: '▌ ', tone: 'accent' }, said, width, 'plain', '▌ '), GAP];
}

function certaintyLines({ calibration }: QuestionProps, width: number): Line[] {
  return [
    GAP,
    line(CERTAINTY_ASKED, 'strong'),
    {
      spans: CERTAINTIES.flatMap((one, i) => [
        { text: `${i > 0 ? '   ' : ''}${BINDINGS[one].keys} `, tone: 'accent' as const },
        { text: BINDINGS[one].label, tone: 'plain' as const },
      ]),
    },
    ...(calibration === undefined
      ? []
      : wrapLines(calibration, width, 'quiet').map((row) => ({ ...row, dropAs: 'aside' as const }))),
  ];
}

function hintLines({ step, lookUps, material }: QuestionProps, width: number): Line[] {
  if (!lookUps.includes('hint')) return [];
  return [GAP, ...hangLines({ text: 'Hint  ', tone: 'accent' }, hintText(step, material), width)];
}
