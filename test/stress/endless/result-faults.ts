import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { entriesIn } from '../answer-log.js';
import { COURSE } from '../shipped-course.js';

/** Compares the log of each exercise that was begun in a folder with the result file in that folder. */
export function resultFaults(data: string): string[] {
  const attempts = path.join(data, 'workshops', COURSE);
  if (!existsSync(attempts)) return [];
  const results = readdirSync(data).filter((name) => name.endsWith('.json'));
  const handedIn = results.flatMap((name) => checksIn(path.join(data, name)));
  const kept = readdirSync(attempts).flatMap((attempt) => answeredIn(attempts, attempt));
  const isSame = JSON.stringify(handedIn.sort()) === JSON.stringify(kept.sort());
  return isSame ? [] : [`the results have ${handedIn.length} answers, the logs ${kept.length}`];
}

const checksIn = (file: string): string[] =>
  JSON.parse(readFileSync(file, 'utf8')).answers.map(({ check }: { check: string }) => check);

const answeredIn = (attempts: string, attempt: string): string[] => [
  ...new Set(
    entriesIn(attempts, attempt).flatMap((entry) => (entry.k === 'answer' ? [entry.check] : [])),
  ),
];
