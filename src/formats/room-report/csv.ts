import type { Check, Choice } from '../../core/course/course.js';
import type { CourseMaterial } from '../../core/course/ledger.js';
import { isRight } from '../../core/grade.js';
import { STATUS_TEXTS } from '../../core/messages/exercise.js';
import { shortIdOf } from '../../core/room/person.js';
import type { CheckReport, PersonReport, RoomReport } from '../../core/room-report/report.js';
import { askedOf, numberedChoice } from '../../core/views/asked.js';

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
  'number',
  'id',
  'status',
  'lengthened',
  'hands',
  'second_choice',
  'second_right',
  'second_answer',
];

/**
 * A row for each person and check, in the order of the exercise. The choice is empty if the check was not answered. The
 * format is RFC 4180, with a byte order mark so that spreadsheets read UTF-8.
 */
export function roomCsv(report: RoomReport, material: CourseMaterial): string {
  const checks = [...report.checks]
    .sort((a, b) => a.number - b.number)
    .map((check) => ({ ...check, question: questionText(check.item, material) }));
  const rows = report.people.flatMap((person) =>
    checks.map((check) => [report.code ?? '', person.name, ...cellsOf(person, check)]),
  );
  return `\uFEFF${[HEAD, ...rows].map(rowText).join('')}`;
}

function questionText(check: Check, material: CourseMaterial): string {
  const { stem, about } = askedOf(check, material);
  return about === undefined ? stem : `${stem} ${about}`;
}

function cellsOf(
  person: PersonReport,
  { lesson, number, item, question, hands }: CheckReport & { readonly question: string },
): string[] {
  const { answers, second, certainties, status, isLengthened } = person;
  const voted = item.choices.find(({ id }) => id === second.get(item.id));
  const chosen = item.choices.find(({ id }) => id === answers.get(item.id));
  return [
    lesson,
    item.id,
    item.skill,
    question,
    chosen?.id ?? '',
    chosen ? numberedChoice(item, chosen.id) : '',
    rightCell(item, chosen),
    chosen?.misreading ?? '',
    certainties.get(item.id) ?? '',
    String(number),
    shortIdOf(person),
    STATUS_TEXTS[status],
    isLengthened ? 'yes' : 'no',
    hands?.join(' ') ?? '',
    voted?.id ?? '',
    rightCell(item, voted),
    voted ? numberedChoice(item, voted.id) : '',
  ];
}

const rightCell = (check: Check, choice: Choice | undefined): string =>
  choice ? (isRight(check, choice.id) ? 'yes' : 'no') : '';

const rowText = (cells: readonly string[]): string => `${cells.map(cellText).join(',')}\r\n`;

/**
 * Spreadsheets read text that starts with these characters as a formula (OWASP, CSV injection); an apostrophe before them
 * prevents that. Some spreadsheets ignore leading spaces, or split cells at semicolons, bars or tabs.
 */
const FORMULA = /(^|[;|\t])(\s*)(?=[=+\-@＝＋－＠])/gu;

function cellText(text: string): string {
  const safe = text.replace(FORMULA, "$1'$2");
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
