import type { Problem } from '../../course/problem.js';
import { type CourseFile, type Path, problemAt, quoted } from '../course-file.js';
import { reference } from '../ids.js';
import type { ReadingBefore, StepSurroundings } from './surroundings.js';

/** A sentence must be in the reading just before the check, because it is chosen there. */
export function sentenceProblem(
  file: CourseFile,
  id: string,
  path: Path,
  { sentences, reading }: StepSurroundings,
): Problem[] {
  const unknown = reference(file, 'sentence', id, path, sentences);
  if (unknown.length > 0 || !sentences.known || reading === 'unknown') return unknown;
  if (reading?.sentences.includes(id)) return [];
  const message = reading
    ? `the reading ${quoted(reading.id)} before this check does not show the sentence ${quoted(id)}: ${remedy(id, reading, sentences)}`
    : `no reading before this check shows the sentence ${quoted(id)}: write '- reading: <id>' with its passage before the check`;
  return [problemAt(file, { path, rule: 'unread-sentence', message })];
}

function remedy(
  id: string,
  { passages }: ReadingBefore,
  { passageOf }: StepSurroundings['sentences'],
): string {
  return `write 'passages: [${[...passages, passageOf.get(id)].join(', ')}]' there, or choose a sentence that it shows`;
}
