import type { ChecklistView } from '../../core/views/ending/checklist.js';
import type { CourseEndView, SkillRow } from '../../core/views/ending/course-end.js';
import type { RecordPart } from '../../core/views/ending/record.js';
import { HELP, HOME, MOVE, OPEN, QUIT } from '../keys/footer-keys.js';
import { GAP, type Line, line, POINTER_WIDTH } from '../layout/line.js';
import type { Page } from '../layout/page.js';
import { hangLines, padTo, wrapLines } from '../layout/wrap.js';
import { type OverlayBody, overlay } from './overlays.js';

/** How the course went, the strongest skill and the weakest, and the menu. */
export function courseEndPage(
  { score, learned, skills, entries }: CourseEndView,
  width: number,
): Pick<Page, 'before' | 'items' | 'after' | 'opensAtTop' | 'footer'> {
  const room = width - POINTER_WIDTH;
  const column = nameColumn(entries.map(({ text }) => text));
  const isBeside = entries.every(({ note }) => column + note.length <= room);
  return {
    opensAtTop: true,
    before: [
      ...wrapLines(score, width),
      ...wrapLines(learned, width),
      GAP,
      ...(skills.length === 0 ? [] : [...skillLines(skills, width), GAP]),
    ],
    items: entries.map(({ id, text, note }) => ({
      id,
      lines: isBeside ? [line(padTo(text, column) + note)] : notedBelow(text, note, room),
    })),
    after: [],
    footer: [MOVE, OPEN, HELP, HOME, QUIT],
  };
}

const nameColumn = (names: readonly string[]): number =>
  Math.max(...names.map((name) => name.length)) + 2;

const notedBelow = (name: string, note: string, room: number): Line[] => [
  ...wrapLines(name, room),
  ...(note === '' ? [] : hangLines({ text: '  ', tone: 'plain' }, note, room)),
];

/** "Strongest   Who said it   9 of 10", in columns. */
function skillLines(skills: readonly SkillRow[], width: number): Line[] {
  const column = nameColumn(skills.map(({ label }) => label));
  const names = nameColumn(skills.map(({ name }) => name));
  return skills.flatMap(({ label, name, score }) =>
    hangLines({ text: padTo(label, column), tone: 'strong' }, padTo(name, names) + score, width),
  );
}

/** What each person or organisation said, demanded or did. */
export const recordPage = (parts: readonly RecordPart[], width: number): OverlayBody =>
  overlay(
    parts.flatMap(({ who, statements }, i) => [
      ...(i > 0 ? [GAP] : []),
      ...wrapLines(who, width, 'strong'),
      ...statements.flatMap((text) => hangLines({ text: '• ', tone: 'plain' }, text, width)),
    ]),
  );

/** @param command saves the questions as a page to print; undefined in a preview */
export const checklistPage = (
  { intro, questions, save }: ChecklistView,
  command: string | undefined,
  width: number,
): OverlayBody =>
  overlay([
    ...wrapLines(intro, width),
    ...questions.flatMap(({ question, task }) => [
      GAP,
      ...wrapLines(question, width, 'strong'),
      ...wrapLines(task, width),
    ]),
    ...(command === undefined
      ? []
      : [GAP, ...wrapLines(save, width), ...wrapLines(command, width, 'strong')]),
  ]);
