import path from 'node:path';
import type { SourceFile } from './source-files.js';

const MOST_LINES = 250;

/** Limits for files that only list what other files do. */
const FEWER_LINES: Readonly<Record<string, number>> = {
  'cli.ts': 99,
  // "About 100".
  'core/session/step.ts': 120,
};

const MOST_FILES = 12;

/** Folders of core with one file for each item of a kind. */
const CATALOGUES = ['core/lint/rules', 'core/room-report'];

export const longestFile = (files: readonly SourceFile[]): SourceFile | undefined =>
  [...files].sort((a, b) => b.lines - a.lines)[0];

/** Each folder with the number of files directly in it, the largest first. */
export function foldersBySize(files: readonly SourceFile[]): [folder: string, files: number][] {
  const counts = new Map<string, number>();
  for (const { path: file } of files) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

export function sizeErrors(files: readonly SourceFile[]): string[] {
  const folders = foldersBySize(files).filter(
    ([folder]) => `${folder}/`.startsWith('core/') && !CATALOGUES.includes(folder),
  );
  return [
    ...files.flatMap(({ path: file, lines }) => {
      const most = FEWER_LINES[file] ?? MOST_LINES;
      return lines > most ? [`${file} has ${lines} lines, of ${most} at most`] : [];
    }),
    ...folders
      .filter(([, count]) => count > MOST_FILES)
      .map(([folder, count]) => `${folder} has ${count} files, of ${MOST_FILES} at most`),
  ];
}
