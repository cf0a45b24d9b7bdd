import type { Check, Choice, Lesson, Step } from '../../course/course.js';
import type { CourseMaterial } from '../../course/ledger.js';
import { checksIn, EXAMPLE, readingsIn } from '../../course/lesson.js';
import { needsParagraph } from '../../review/from-memory.js';
import type { CheckValue, LessonValue, StepValue } from '../schema/lesson.js';
import { boardOf } from './build-board.js';
import { inTextOrder, type SentenceTexts, spanOf } from './in-text.js';

/** The lesson of a file without problems. */
export function lessonOf(value: LessonValue, material: CourseMaterial): Lesson {
  const { steps, example, closedBook = false, ...facts } = value;
  const body: Step[] = [
    ...(example ? [{ kind: 'example' as const, id: EXAMPLE, ...example }] : []),
    ...steps.map((step) => stepOf(step, material)),
  ];
  const checks = body.flatMap(checksIn);
  const boards = body.flatMap((step) => (step.kind === 'board' ? [step] : []));
  const inText = checks.filter((check) => check.inText).map(({ id }) => id);
  const byParagraph = checks
    .filter((check) => !check.inText && needsParagraph(check))
    .map(({ id }) => id);
  return {
    ...facts,
    closedBook,
    steps: body.map(({ id }) => id),
    checks: checks.map(({ id }) => id),
    ...(boards.length > 0 && {
      boards: Object.fromEntries(boards.map(({ id, rows }) => [id, rows.map((row) => row.id)])),
    }),
    readings: readingsIn(body),
    ...(inText.length > 0 && { inText }),
    ...(byParagraph.length > 0 && { byParagraph }),
    body,
  };
}

const textsIn = ({ passages }: Pick<CourseMaterial, 'passages'>): SentenceTexts =>
  new Map(passages.flatMap(({ sentences }) => sentences.map(({ id, text }) => [id, text])));

function stepOf(step: StepValue, material: CourseMaterial): Step {
  if ('sort' in step) return boardOf(step);
  if ('check' in step) return checkOf(step, textsIn(material));
  const { reading, ...rest } = step;
  return { kind: 'reading', id: reading, ...rest };
}

function checkOf({ check: id, choices, ...rest }: CheckValue, texts: SentenceTexts): Check {
  const [first] = choices;
  const built = choices.map((choice) => choiceOf(choice, rest.evidence, texts));
  if (!first || first.text !== undefined) return { kind: 'check', id, ...rest, choices: built };
  const compare = inTextOrder(texts);
  return {
    kind: 'check',
    id,
    ...rest,
    inText: first.words === undefined ? 'sentences' : 'words',
    ordered: true,
    choices: built.sort((a, b) => (a.span && b.span ? compare(a.span, b.span) : 0)),
  };
}

function choiceOf(
  { sentence, words, text, ...rest }: CheckValue['choices'][number],
  evidence: readonly string[],
  texts: SentenceTexts,
): Choice {
  const span = spanOf(
    { ...(sentence !== undefined && { sentence }), ...(words !== undefined && { words }) },
    evidence,
    texts,
  );
  const inText = words ?? texts.get(sentence ?? '') ?? '';
  return { ...rest, text: text ?? inText, ...(span && { span }) };
}
