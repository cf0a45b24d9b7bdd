import type {
  ExplainedChoice,
  MoreOfVerdict,
  Proof,
  VerdictView,
} from '../../core/views/verdict.js';
import { BACK, HELP, HOME, LESS, MORE, NEXT, QUIT, WHO } from '../keys/footer-keys.js';
import { GAP, type Line, line } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, wrapLines } from '../layout/wrap.js';

export type VerdictProps = {
  readonly view: VerdictView;
  /** The question above the verdict, if the learner has not just answered it. */
  readonly question: string | undefined;
  readonly closedBook: boolean;
  /** Whether there is a step to go back to. */
  readonly inLesson: boolean;
  readonly more: boolean;
};

/** The verdict, the key with its evidence, and why the learner's choice was wrong. `more` adds the rest. */
export function verdictPage(
  { view, question, closedBook, inLesson, more }: VerdictProps,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'footer'> {
  return {
    before: [
      ...(question === undefined ? [] : [...wrapLines(question, width, 'strong'), GAP]),
      ...headLines(view, width),
      GAP,
      ...keyLines(view, width),
      ...view.proofs.flatMap((proof) => [GAP, ...proofLines(proof, width)]),
      ...(view.chosen ? chosenLines(view.chosen, width) : []),
      ...(more ? moreLines(view.more, width) : []),
    ],
    items: [],
    after: [],
    footer: [
      NEXT,
      more ? LESS : MORE,
      ...(inLesson ? [BACK] : []),
      ...(closedBook ? [] : [WHO]),
      HELP,
      HOME,
      QUIT,
    ],
  };
}

const OUTCOMES = {
  right: { glyph: '✓ ', tone: 'good' },
  wrong: { glyph: '✗ ', tone: 'bad' },
  unanswered: { glyph: '', tone: 'quiet' },
} as const;

function headLines(view: VerdictView, width: number): Line[] {
  const { glyph, tone } = OUTCOMES[view.outcome];
  return [
    line(glyph + view.headline, tone),
    ...(view.corrected === undefined ? [] : wrapLines(view.corrected, width)),
    ...(view.surelyMissed === undefined
      ? []
      : wrapLines(view.surelyMissed, width, 'quiet').map(asAside)),
  ];
}

const keyLines = ({ key }: VerdictView, width: number): Line[] => [
  ...hangLines({ text: '✓ ', tone: 'good' }, key.text, width),
  ...(key.why === undefined
    ? []
    : hangLines({ text: '  ', tone: 'plain' }, key.why, width, 'quiet')),
];

/** The complete passage, one sentence per paragraph. Sentences that prove the key have a bar; the others are quiet. */
function proofLines({ heading, sentences }: Proof, width: number): Line[] {
  const head = hangLines({ text: '  ', tone: 'plain' }, heading, width, 'quiet');
  const rows = sentences.flatMap(({ text, marked }) =>
    marked
      ? hangLines({ text: '  ▌ ', tone: 'accent' }, text, width, 'plain', '  ▌ ')
      : hangLines({ text: '    ', tone: 'plain' }, text, width, 'quiet').map(asAside),
  );
  return [...head.map(asSection), ...rows];
}

const asSection = (row: Line): Line => ({ ...row, dropAs: 'section' });
const asAside = (row: Line): Line => ({ ...row, dropAs: 'aside' });

const chosenLines = ({ text, why }: ExplainedChoice, width: number): Line[] => [
  GAP,
  ...hangLines({ text: '✗ ', tone: 'bad' }, text, width, 'quiet'),
  ...hangLines({ text: '  ', tone: 'plain' }, why, width),
];

function moreLines({ why, others, said, id }: MoreOfVerdict, width: number): Line[] {
  return [
    ...(why === undefined ? [] : [GAP, ...wrapLines(why, width)]),
    ...others.flatMap((choice) => [
      GAP,
      ...hangLines({ text: '· ', tone: 'quiet' }, choice.text, width, 'quiet'),
      ...hangLines({ text: '  ', tone: 'plain' }, choice.why, width),
    ]),
    ...(said ? saidLines(said, width) : []),
    GAP,
    ...wrapLines(id, width, 'quiet'),
  ];
}

const saidLines = (
  { heading, statements }: NonNullable<MoreOfVerdict['said']>,
  width: number,
): Line[] => [
  GAP,
  ...wrapLines(heading, width, 'quiet'),
  ...statements.flatMap((text) => hangLines({ text: '• ', tone: 'quiet' }, text, width)),
];
