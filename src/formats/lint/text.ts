import type { Problem } from '../../core/course/problem.js';
import { countOf, type LintReport } from '../../core/lint/lint-course.js';
import { counted } from '../../core/text/english.js';

/** The report of one course folder, and how its files are called and read. */
export type FolderReport = {
  readonly report: LintReport;
  /** Put before a file's name: the way to it from where the reader stands. */
  readonly called: (file: string) => string;
  /** A line of a file, from 1. */
  readonly line: (file: string, line: number) => string | undefined;
};

/** What `check` prints: problems by file with their lines, what is waived, and the count. */
export const lintText = (folder: FolderReport): string =>
  [...fileParts(folder), ...waivedPart(folder), ...asidePart(folder), countPart(folder)].join(
    '\n\n',
  );

function fileParts({ report: { problems }, called, line }: FolderReport): string[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  return files.map((file) =>
    problems
      .filter((problem) => problem.file === file)
      .map((problem) => problemText(problem, called(file), line(file, problem.line)))
      .join('\n'),
  );
}

/** `file:line:column  severity  rule  message`, and below it the line with a mark under the place. */
function problemText(problem: Problem, file: string, line: string | undefined): string {
  const { column, severity, rule, message } = problem;
  const head = `${file}:${problem.line}:${column}  ${severity}  ${rule}  ${message}`;
  if (line === undefined || line.trim() === '') return head;
  const number = String(problem.line).padStart(6);
  const { text, at } = around(line, column);
  return [head, `${number} | ${text}`, `${' '.repeat(6)} | ${' '.repeat(at)}^`].join('\n');
}

const WIDEST = 90;

/** As much of a line as can be looked at, with the place in it. */
function around(line: string, column: number): { text: string; at: number } {
  const letters = [...line];
  const at = Math.max(0, Math.min(column - 1, letters.length));
  const from = at > WIDEST - 20 ? at - 20 : 0;
  const part = letters.slice(from, from + WIDEST).join('');
  const cut = letters.length > from + WIDEST ? '…' : '';
  return { text: `${from > 0 ? '…' : ''}${part}${cut}`, at: at - from + (from > 0 ? 1 : 0) };
}

function waivedPart({ report: { waived, items }, called }: FolderReport): string[] {
  if (waived.length === 0) return [];
  const lines = waived.map(
    ({ file, line, column, rule, why }) =>
      `  ${called(file)}:${line}:${column}  ${rule}  because: ${why}`,
  );
  return [[`Waived: ${waived.length} of ${counted(items, 'item')}`, ...lines].join('\n')];
}

const asidePart = ({ report: { skippedRules } }: FolderReport): string[] =>
  skippedRules.length === 0
    ? []
    : [
        `${counted(skippedRules.length, 'rule')} made for English stood aside, since the course does not say that it is in English (${skippedRules.join(', ')}).`,
      ];

function countPart({ report: { problems }, called }: FolderReport): string {
  if (problems.length === 0) return `${called('').replace(/[\\/]$/, '')}: no problems`;
  const errors = countOf(problems, 'error');
  const files = new Set(problems.map(({ file }) => file)).size;
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(errors < problems.length ? [counted(problems.length - errors, 'warning')] : []),
  ];
  return `${called('').replace(/[\\/]$/, '')}: ${found.join(' and ')} in ${counted(files, 'file')}`;
}
