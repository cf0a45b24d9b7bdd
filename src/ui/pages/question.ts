import type { Check, Choice } from '../../core/course/course.js';
import type { CourseMaterial, Passage } from '../../core/course/ledger.js';
import { CERTAINTIES } from '../../core/memory/certainty.js';
import { BINDINGS } from '../../core/messages/bindings.js';
import { triedText } from '../../core/messages/lesson.js';
import { CERTAINTY_ASKED } from '../../core/messages/review.js';
import {
  ANSWER,
  CERTAINTY_FOOTER,
  choose,
  HELP,
  HINT,
  HOME,
  LOOK_AGAIN,
  OTHER,
  SHOW_ANSWER,
  TO_ORIGIN,
  WHO,
} from '../keys/footer-keys.js';
import { GAP, type Line, line, POINTER_WIDTH } from '../layout/line.js';
import type { PageBody, PageItem } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { inSight, lookBackLines } from './in-sight.js';
import { hasRoomInText, NO_POINTING, sentencesLines, wordsLines } from './in-text.js';
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
  /** The highlighted choice, from 0; -1 if there is none. */
  readonly highlight: number;
  /** The first answer, if the learner is choosing once more. */
  readonly missed?: Choice | undefined;
  readonly hints: readonly string[];
  /** Whether there is another hint. */
  readonly hasHint: boolean;
  readonly closedBook: boolean;
  /** Whether the learner may look back at the passages. */
  readonly looksBack: boolean;
  /** The passages that stay in sight. */
  readonly passages: readonly Passage[];
  readonly material: CourseMaterial;
};

/** The question and its choices, then the hints that the learner asked for, and the certainty question. */
export function questionPage(question: QuestionProps, width: number): PageBody {
  const { closedBook, isMade, missed, hints, hasHint } = question;
  return {
    ...choicesBody(question, width),
    isHeld: hints.length > 0,
    after: [...hintLines(question, width), ...(isMade ? certaintyLines(question, width) : [])],
    footer: isMade
      ? [...CERTAINTY_FOOTER, OTHER, HELP, TO_ORIGIN]
      : [
          choose(question.choices.length),
          ANSWER,
          ...(missed ? [SHOW_ANSWER] : []),
          ...(closedBook ? [] : [LOOK_AGAIN, ...(hasHint ? [HINT] : []), WHO]),
          HELP,
          HOME,
        ],
  };
}

type ChoicesBody = Pick<PageBody, 'passage' | 'holdsPassage' | 'before' | 'items'>;

/** The choices in the text, or as a list. In a narrow window the sentence of choices that are words is above the list. */
function choicesBody(question: QuestionProps, width: number): ChoicesBody {
  const { step, choices, highlight, passages } = question;
  const missed = choices.findIndex(({ id }) => id === question.missed?.id);
  const look = question.looksBack && !step.inText ? lookBackLines(width, question.hints) : [];
  const head = [...saidLines(question, width), ...stemLines(step, width), ...look, GAP];
  const list = choiceItems(choices, missed, width);
  const isWide = hasRoomInText(width);
  if (step.inText === 'words') {
    const pointing = isWide ? { highlight, missed } : NO_POINTING;
    const before = [...head, ...wordsLines(question, pointing, width)];
    return isWide
      ? { ...inSight(passages), before, items: [] }
      : { ...inSight(passages), before: [...before, GAP], items: list };
  }
  if (step.inText !== 'sentences') return { ...inSight(passages), before: head, items: list };
  if (!isWide || passages.length === 0) return { before: head, items: list };
  const text = sentencesLines(passages, choices, { highlight, missed }, width);
  return { holdsPassage: true, before: [...head, ...text], items: [] };
}

/** Numbered choices. If one takes several rows, empty rows separate them. A wrong first answer is marked. */
function choiceItems(choices: readonly Choice[], missed: number, width: number): PageItem[] {
  const items = choices.map((choice, i) => ({
    id: choice.id,
    lines: hangLines(
      { text: `${i + 1}  `, tone: 'plain' },
      i === missed ? triedText(choice.text) : choice.text,
      width - POINTER_WIDTH,
    ),
    ...(i === missed && { isMissed: true }),
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
        { text: `${i > 0 ? '   ' : ''}${BINDINGS[level].keys} `, tone: 'strong' as const },
        { text: BINDINGS[level].label, tone: 'plain' as const },
      ]),
    },
    ...(calibration === undefined
      ? []
      : wrapLines(calibration, width).map((row): Line => ({ ...row, dropAs: 'aside' }))),
  ];
}

/** If both hints do not fit, the second replaces the first. */
export function hintLines({ hints }: Pick<QuestionProps, 'hints'>, width: number): Line[] {
  if (hints.length === 0) return [];
  const lead = 'Hint  ';
  return [
    GAP,
    ...hints.flatMap((hint, i) =>
      hangLines({ text: lead, tone: 'strong' }, hint, width).map(
        (row): Line => (i < hints.length - 1 ? { ...row, dropAs: 'aside' } : row),
      ),
    ),
  ];
}
