import type { Board, Check, Choice, Lesson } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { isRight } from '../../core/grade.js';
import { statementOf } from '../../core/views/asked.js';
import { claimEntry, type Entry, type InspectSection, waiverSection } from './inspect-entries.js';

export function checkSections(
  lesson: Lesson | undefined,
  check: Check,
  material: CourseMaterial,
): InspectSection[] {
  const claims = material.claims.filter(({ id }) => check.claims.includes(id));
  const sentences = material.passages.flatMap((passage) => passage.sentences);
  const evidence = sentences.filter(({ id }) => check.evidence.includes(id));
  return [
    {
      facts: [
        ['check', `${lesson?.id ?? 'ledger'}/${check.id}`],
        ['skill', check.skill],
        ['order', orderText(check)],
        ['hint', check.hint ?? 'none: the screen says where to look'],
        ...(check.words ? [['words', check.words.join(' / ')] as const] : []),
      ],
    },
    { heading: 'Choices', entries: check.choices.map((choice) => choiceEntry(choice, check)) },
    { heading: 'Claims', entries: claims.map(claimEntry) },
    { heading: 'Evidence', entries: evidence.map(({ id, text }) => ({ head: id, texts: [text] })) },
    waiverSection([
      [check.id, check.allow],
      ...claims.map(({ id, allow }) => [id, allow] as const),
      ...(lesson ? [[lesson.id, lesson.allow] as const] : []),
    ]),
  ];
}

function orderText({ inText, row, ordered }: Check): string {
  if (inText) return `as in the text: the choices are ${inText} of the passage`;
  if (row) return 'as the headings';
  return ordered ? 'as in the file' : 'mixed';
}

export function boardSections(
  lesson: Lesson,
  board: Board,
  material: CourseMaterial,
): InspectSection[] {
  const claims = material.claims.filter(({ id }) =>
    board.rows.some((row) => row.claims.includes(id)),
  );
  return [
    { facts: [['board', `${lesson.id}/${board.id}`]] },
    {
      heading: 'Headings',
      entries: board.headings.map(({ id, text }) => ({ head: `${id}: ${text}`, texts: [] })),
    },
    { heading: 'Rows', entries: board.rows.map(rowEntry) },
    { heading: 'Claims', entries: claims.map(claimEntry) },
    waiverSection([
      [board.id, board.allow],
      ...board.rows.map(({ id, allow }) => [id, allow] as const),
      ...claims.map(({ id, allow }) => [id, allow] as const),
      [lesson.id, lesson.allow],
    ]),
  ];
}

/** A row with its right heading, and the misreading of each wrong one. */
const rowEntry = (row: Check): Entry => ({
  head: `${row.id}: ${row.key}, ${row.skill}`,
  texts: [
    statementOf(row),
    row.choices
      .filter(({ id }) => !isRight(row, id))
      .map(({ id, misreading = 'no misreading' }) => `${id} ${misreading}`)
      .join('; '),
    `evidence ${row.evidence.join(', ')}`,
  ],
});

function choiceEntry(choice: Choice, check: Check): Entry {
  const facts = [
    isRight(check, choice.id) ? 'the key' : (choice.misreading ?? 'no misreading'),
    ...(choice.names === undefined ? [] : [`names ${choice.names}`]),
    ...(choice.open ? ['open'] : []),
    ...(choice.span ? [spanText(choice.span)] : []),
  ];
  return { head: `${choice.id}: ${facts.join(', ')}`, texts: [choice.text] };
}

/** Where a choice in the text stands. Characters are counted from 1. */
const spanText = ({ sentence, from, to }: NonNullable<Choice['span']>): string =>
  `in ${sentence}, characters ${from + 1} to ${to}`;
