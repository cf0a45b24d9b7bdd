import path from 'node:path';
import { plainText } from '../core/text/sanitize.js';
import { type ChecklistView, checklistView } from '../core/views/ending/checklist.js';
import { checklistHtml, checklistMarkdown } from '../formats/checklist.js';
import { writeTextFile } from '../io/files/text-file.js';
import type { Environment } from './environment.js';
import { asUserError, UsageError } from './errors.js';

/** `checklist FILE`: writes the five questions for today's paper. Replaces no file in which somebody has written. */
export function checklist(file: string, { stdout }: Pick<Environment, 'stdout'>): void {
  const place = path.resolve(file);
  const text = writerFor(place)(checklistView());
  const kept = asUserError(() => writeTextFile(place, text, (existing) => existing === text));
  stdout.write(`Written: ${plainText(place)}\n${kept && `${kept}\n`}`);
}

const WRITERS: Readonly<Record<string, (view: ChecklistView) => string>> = {
  '.md': checklistMarkdown,
  '.html': checklistHtml,
  '.htm': checklistHtml,
};

function writerFor(place: string): (view: ChecklistView) => string {
  const write = WRITERS[path.extname(place).toLowerCase()];
  if (write) return write;
  throw new UsageError(
    `${plainText(place)} ends in neither .md nor .html: give the file a name such as questions.html`,
  );
}
