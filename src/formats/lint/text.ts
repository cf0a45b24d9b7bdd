import type { Problem } from '../../core/course/problem.js';
import { countOf, type LintReport } from '../../core/lint/lint-course.js';
import { counted } from '../../core/text/english.js';

/** A report on one course folder, with access to its files. */
export type FolderReport = {
  readonly report: LintReport;
  /** A file's path from the current folder. */
  readonly called: (file: string) => string;
  /** Reads a line of a file; lines count from 1. */
  readonly line: (file: string, line: number) => string | undefined;
};

/** What `check` prints: problems by file, waived problems, skipped rules, and the count. */
export const lintText = (folder: FolderReport): string =>
  [...fileParts(folder), ...waivedPart(folder), ...skippedPart(folder), countPart(folder)].join(
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

/** `file:line:column  severity  rule  message`, then the line of the file with `^` under the column. */
function problemText(problem: Problem, file: string, line: string | undefined): string {
  const { column, severity, rule, message } = problem;
  const head = `${file}:${problem.line}:${column}  ${severity}  ${rule}  ${message}`;
  if (line === undefined || line.trim() === '') return head;
  const number = String(problem.line).padStart(6);
  const { text, index } = excerpt(line, column);
  return [head, `${number} | ${text}`, `${' '.repeat(6)} | ${' '.repeat(index)}^`].join('\n');
}

const MAX_WIDTH = 90;

/** The part of a long line around a column, and the column's index in that part. */
function excerpt(line: string, column: number): { text: string; index: number } {
  const characters = [...line];
  const at = Math.max(0, Math.min(column - 1, characters.length));
  const from = at > MAX_WIDTH - 20 ? at - 20 : 0;
  const part = characters.slice(from, from + MAX_WIDTH).join('');
  const cut = characters.length > from + MAX_WIDTH ? '…' : '';
  return { text: `${from > 0 ? '…' : ''}${part}${cut}`, index: at - from + (from > 0 ? 1 : 0) };
}

function waivedPart({ report: { waived, items }, called }: FolderReport): string[] {
  if (waived.length === 0) return [];
  const lines = waived.map(
    ({ file, line, column, rule, why }) =>
      `  ${called(file)}:${line}:${column}  ${rule}  because: ${why}`,
  );
  return [[`Waived: ${waived.length} of ${counted(items, 'item')}`, ...lines].join('\n')];
}

const skippedPart = ({ report: { skippedRules } }: FolderReport): string[] =>
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
