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
import { stemLines } from './stem.js';

type QuestionProps = {
  readonly step: Check;
  /** A statement shown above the question, without its source. */
  readonly said?: string | undefined;
  /** Whether a choice is pending and the page asks how certain the learner is. */
  readonly isMade: boolean;
  /** One sentence: how often the learner was right at their highest certainty. */
  readonly calibration?: string | undefined;
  readonly choices: readonly Choice[];
  readonly lookUps: readonly LookUp[];
  readonly closedBook: boolean;
  readonly material: CourseMaterial;
};

/** The question and its choices, then the hint if requested, and the certainty question. */
export function questionPage(
  question: QuestionProps,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  return {
    before: [...saidLines(question, width), ...stemLines(question.step, width), GAP],
    items: choiceItems(question.choices, width),
    after: [
      ...hintLines(question, width),
      ...(question.isMade ? certaintyLines(question, width) : []),
    ],
    footer: question.isMade
      ? [...CERTAINTY_FOOTER, OTHER, HELP, TO_CHOICES]
      : [
          choose(question.choices.length),
          ANSWER,
          ...(question.closedBook ? [] : [LOOK, HINT, WHO]),
          HELP,
          HOME,
        ],
  };
}

/** Numbered choices. If one takes several rows, empty rows separate them. */
function choiceItems(choices: readonly Choice[], width: number): PageItem[] {
  const items = choices.map((choice, i) => ({
    id: choice.id,
    lines: hangLines({ text: `${i + 1}  `, tone: 'quiet' }, choice.text, width - POINTER_WIDTH),
  }));
  const isSpaced = items.some(({ lines }) => lines.length > 1);
  return items.map((item, i) => ({ ...item, gapAfter: isSpaced && i < items.length - 1 }));
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
      spans: CERTAINTIES.flatMap((level, i) => [
        { text: `${i > 0 ? '   ' : ''}${BINDINGS[level].keys} `, tone: 'accent' as const },
        { text: BINDINGS[level].label, tone: 'plain' as const },
      ]),
    },
    ...(calibration === undefined
      ? []
      : wrapLines(calibration, width, 'quiet').map((row): Line => ({ ...row, dropAs: 'aside' }))),
  ];
}

function hintLines({ step, lookUps, material }: QuestionProps, width: number): Line[] {
  if (!lookUps.includes('hint')) return [];
  return [GAP, ...hangLines({ text: 'Hint  ', tone: 'accent' }, hintText(step, material), width)];
}
