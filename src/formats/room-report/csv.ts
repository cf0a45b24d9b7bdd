import { isRight } from '../../core/grade.js';
import type { CheckReport, PersonReport, RoomReport } from '../../core/room-report/report.js';

const HEAD = [
  'code',
  'person',
  'lesson',
  'check',
  'skill',
  'question',
  'choice',
  'answer',
  'right',
  'misreading',
  'certainty',
];

/**
 * A row for each person and check, in the order of the exercise; what was not answered has no choice. By RFC 4180, with
 * the mark by which spreadsheets know UTF-8.
 */
export function roomCsv(report: RoomReport): string {
  const checks = [...report.checks].sort((a, b) => a.number - b.number);
  const rows = report.people.flatMap((person) =>
    checks.map((check) => [report.code ?? '', person.name, ...cellsOf(person, check)]),
  );
  return `\uFEFF${[HEAD, ...rows].map(rowText).join('')}`;
}

function cellsOf({ answers, certainties }: PersonReport, { lesson, item }: CheckReport): string[] {
  const chosen = item.choices.find(({ id }) => id === answers.get(item.id));
  return [
    lesson,
    item.id,
    item.skill,
    item.stem,
    chosen?.id ?? '',
    chosen?.text ?? '',
    chosen ? (isRight(item, chosen.id) ? 'yes' : 'no') : '',
    chosen?.misreading ?? '',
    certainties.get(item.id) ?? '',
  ];
}

const rowText = (cells: readonly string[]): string => `${cells.map(cellText).join(',')}\r\n`;

/**
 * Spreadsheets take what begins with one of these for a formula, some of them behind blanks (OWASP, CSV injection), and
 * some split at other signs than commas: an apostrophe before it makes it text.
 */
const FORMULA = /(^|[;|\t])(\s*)(?=[=+\-@＝＋－＠])/gu;

function cellText(text: string): string {
  const harmless = text.replace(FORMULA, "$1'$2");
  return /[",;|\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
