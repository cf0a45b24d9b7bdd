import type { Check, Choice } from '../../core/course/course.js';
import { BACK, HELP, HOME, NEXT, QUIT } from '../keys/footer-keys.js';
import { GAP, type Line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';
import { stemLines } from './stem.js';

type AnswerPendingProps = {
  readonly step: Check;
  readonly choices: readonly Choice[];
  readonly chosen: string;
};

/**
 * An answered question in an exercise that hides verdicts. Shows the choice, but not whether it is right.
 * @param about says what happens next
 */
export function answerPendingPage(
  { step, choices, chosen }: AnswerPendingProps,
  about: string | undefined,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  return {
    before: [
      ...stemLines(step, width),
      GAP,
      ...choices.flatMap(({ id, text }, i) => choiceLines(text, i + 1, id === chosen, width)),
      ...(about === undefined ? [] : [GAP, ...wrapLines(about, width)]),
    ],
    items: [],
    after: [],
    footer: [NEXT, BACK, HELP, HOME, QUIT],
  };
}

const choiceLines = (text: string, number: number, isChosen: boolean, width: number): Line[] =>
  hangLines(
    { text: `${isChosen ? '• ' : '  '}${number}  `, tone: isChosen ? 'accent' : 'plain' },
    text,
    width,
  );
