import type { Problem } from '../../core/course/problem.js';
import { countOf, type LintReport } from '../../core/lint/lint-course.js';
import { counted } from '../../core/text/english.js';
import type { FileReport } from './of-file.js';

/** A report on one course folder, with access to its files. */
export type FolderReport = {
  readonly report: LintReport | FileReport;
  /** A file's path from the current folder. */
  readonly called: (file: string) => string;
  /** Reads a line of a file; lines count from 1. */
  readonly line: (file: string, line: number) => string | undefined;
  /** If the report is about one file: its name, and the command that checks the complete course. */
  readonly file?: string;
  readonly command?: string;
};

/** What `check` prints: problems by file, waived problems, skipped rules, and the count. */
export const lintText = (folder: FolderReport): string =>
  [
    ...fileParts(folder),
    ...waivedPart(folder),
    ...skippedPart(folder),
    ...waitingPart(folder),
    countPart(folder),
  ].join('\n\n');

function fileParts({ report: { problems }, called, line }: FolderReport): string[] {
  const parts = new Map<string, string[]>();
  for (const problem of problems) {
    const part = parts.get(problem.file) ?? [];
    part.push(problemText(problem, called(problem.file), line(problem.file, problem.line)));
    parts.set(problem.file, part);
  }
  return [...parts.values()].map((texts) => texts.join('\n'));
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

/** The part of a long line around a column, and the column's index in that part. Reads no more of the line. */
function excerpt(line: string, column: number): { text: string; index: number } {
  const at = Math.max(0, Math.min(column - 1, line.length));
  const from = at > MAX_WIDTH - 20 ? startOfCharacter(line, at - 20) : 0;
  const part = [...line.slice(from, from + 2 * MAX_WIDTH)].slice(0, MAX_WIDTH).join('');
  const before = from > 0 ? '…' : '';
  const after = from + part.length < line.length ? '…' : '';
  return { text: before + part + after, index: [...(before + line.slice(from, at))].length };
}

/** The index, or the one before it if that would cut a character of two code units in half. */
const startOfCharacter = (line: string, index: number): number =>
  (line.codePointAt(index - 1) ?? 0) > 0xffff ? index - 1 : index;

function waivedPart({ report: { waived, items }, called, file }: FolderReport): string[] {
  if (waived.length === 0) return [];
  const lines = waived.map(
    ({ file, line, column, rule, why }) =>
      `  ${called(file)}:${line}:${column}  ${rule}  because: ${why}`,
  );
  const ofAll = file === undefined ? ` of ${counted(items, 'item')}` : '';
  return [[`Broken on purpose: ${waived.length}${ofAll}`, ...lines].join('\n')];
}

const skippedPart = ({ report: { skippedRules } }: FolderReport): string[] =>
  skippedRules.length === 0
    ? []
    : [
        `${counted(skippedRules.length, 'rule')} for English did not apply, because the course does not say that it is in English (${skippedRules.join(', ')}).`,
      ];

/** Says that rules were not applied, and what has to be done first. */
function waitingPart({ report, command = '' }: FolderReport): string[] {
  if (!('elsewhere' in report))
    return report.isWaiting
      ? ['Some rules compare all parts of the course. They apply once the course has no errors.']
      : [];
  if (report.elsewhere === 0) return [];
  const errors = counted(report.elsewhere, 'error');
  return [
    `Other files of the course have ${errors}, so not every rule was applied here: ${command}`,
  ];
}

function countPart({ report, called, file = '' }: FolderReport): string {
  const { problems } = report;
  const name = called(file).replace(/[\\/]$/, '');
  if (problems.length === 0)
    return `${name}: ${report.isWaiting ? 'nothing found yet' : 'no problems'}`;
  const errors = countOf(problems, 'error');
  const files = new Set(problems.map(({ file }) => file)).size;
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(errors < problems.length ? [counted(problems.length - errors, 'warning')] : []),
  ];
  return `${name}: ${found.join(' and ')}${file === '' ? ` in ${counted(files, 'file')}` : ''}`;
}
