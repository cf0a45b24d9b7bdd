import type { Balance, Compared, Share } from '../../core/lint/balance.js';
import { barText } from '../../core/text/bar.js';
import { counted } from '../../core/text/english.js';

/** Tables of what a course and each of its lessons are made of, each row with a bar. */
export const balanceText = (balances: readonly Balance[]): string =>
  balances.length === 0
    ? 'Balance: shown once the course has no errors'
    : balances.map(oneText).join('\n\n');

function oneText(balance: Balance): string {
  const { lesson, checks, skills, misreadings, sources, sides, open, words, lines } = balance;
  const title = lesson === undefined ? 'The complete course' : `Lesson ${lesson}`;
  return [
    `${title}: ${counted(checks, 'check')}`,
    ...table('Skills', skills),
    ...table('Errors that the wrong choices show', misreadings),
    ...comparedTable(
      'How often each source is the right choice, and its share of the ledger',
      sources,
    ),
    ...comparedTable('How often each side is the right choice, and its share of the ledger', sides),
    `  "does not say" is right in ${open.count} of the ${counted(open.of, 'check')} that offer it`,
    `  To read: ${counted(words.passages, 'word')} of passages, ${words.checks} of checks`,
    ...(lines === undefined ? [] : [linesText(lines, checks)]),
  ].join('\n');
}

/** How much an author writes. */
function linesText(lines: number, checks: number): string {
  const each = checks === 0 ? '' : `, ${(lines / checks).toFixed(1)} for each check`;
  return `  To write: ${counted(lines, 'line')} without empty lines and comments${each}`;
}

const shown = <T extends Share>(rows: readonly T[], isThere: (row: T) => boolean): T[] =>
  rows.filter(isThere);

function table(title: string, rows: readonly Share[]): string[] {
  const some = shown(rows, ({ count }) => count > 0);
  return some.length === 0
    ? []
    : [`  ${title}`, ...some.map((row) => `    ${row.name.padEnd(20)} ${part(row.count, row.of)}`)];
}

function comparedTable(title: string, rows: readonly Compared[]): string[] {
  const some = shown(rows, ({ count, inArticle }) => count + inArticle > 0);
  if ((some[0]?.of ?? 0) === 0) return [];
  return [
    `  ${title}`,
    ...some.map(
      (row) =>
        `    ${row.name.padEnd(20)} ${part(row.count, row.of)}   ${part(row.inArticle, row.ofArticle)}`,
    ),
  ];
}

const part = (count: number, of: number): string =>
  `${barText(of === 0 ? 0 : count / of)} ${`${count} of ${of}`.padEnd(10)}`;
