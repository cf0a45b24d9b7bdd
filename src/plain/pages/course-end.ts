import { ROUTE_TITLES } from '../../core/messages/menu.js';
import type { ChecklistView } from '../../core/views/ending/checklist.js';
import type { CourseEndView } from '../../core/views/ending/course-end.js';
import type { RecordPart } from '../../core/views/ending/record.js';
import { type Block, bullet, indented, numbered } from '../block.js';

export function courseEndBlocks({ score, learned, skills, entries }: CourseEndView): Block[] {
  const rows = skills.map((skill) => bullet(`${skill.label}: ${skill.name}, ${skill.score}`));
  return [
    [ROUTE_TITLES['course-end']],
    [score, learned],
    ...(rows.length === 0 ? [] : [rows]),
    numbered(entries.map(({ text, note }) => (note === '' ? text : `${text}: ${note}`))),
  ];
}

/** What each person or organisation said, demanded or did. */
export const recordBlocks = (parts: readonly RecordPart[]): Block[] =>
  parts.map(({ who, statements }) => [who, ...statements.map(bullet)]);

/** @param command saves the questions as a page to print; undefined in a preview */
export const checklistBlocks = (view: ChecklistView, command: string | undefined): Block[] => [
  [view.title],
  [view.intro],
  ...view.questions.map(({ question, task }) => [bullet(question), indented(task)]),
  ...(command === undefined ? [] : [[view.save, { command }]]),
];
