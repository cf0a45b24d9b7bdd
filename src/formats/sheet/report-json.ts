import type {
  AgainstChance,
  DependenceReport,
  ReaderResult,
} from '../../core/passage-dependence/report.js';
import type { SheetQuestion } from '../../core/passage-dependence/sheet-item.js';

/** The report with the course and the files that are left out. */
export type SheetReport = {
  readonly course: { readonly id: string; readonly title: string };
  readonly report: DependenceReport;
  readonly leftOut: readonly { readonly file: string; readonly why: string }[];
};

/** The contract of `check --answers --json`, version 1. */
export function sheetReportJson({ course: { id, title }, report, leftOut }: SheetReport): string {
  const { p, readers, questions, everyReader, everyReaderByChance } = report;
  return JSON.stringify({
    version: 1,
    course: { id, title },
    ...counts(report),
    p: p ?? null,
    readers: readers.map(readerJson),
    questions: questions.map((result) => ({ ...named(result.question), ...counts(result) })),
    everyReader: everyReader.map(({ question, answered }) => ({
      ...named(question),
      readers: answered,
    })),
    everyReaderByChance,
    leftOut,
  });
}

const counts = ({ right, answered, chance }: AgainstChance) => ({ right, answered, chance });

const named = ({ lesson, check }: SheetQuestion) => ({ lesson, check: check.id });

const readerJson = ({ file, sheet, isOlder, read, ...result }: ReaderResult) => ({
  file,
  sheet,
  ...counts(result),
  blank: read.blank,
  unclear: read.unclear,
  unknown: read.unknown,
  missing: read.missing,
  courseChanged: isOlder,
});
