import type { Problem } from '../../course/problem.js';
import { type Anchor, type CourseFile, problemAt, quoted } from '../course-file.js';
import { inBraces } from './braces.js';
import { lineToWrite } from './mistake.js';

/**
 * An error for each text that begins with `&`: YAML reads its first word as the name of a value, and the text loses it.
 * It does not stop a course from opening.
 */
export const anchorProblems = (files: readonly CourseFile[]): Problem[] =>
  files.flatMap((file) =>
    (file.anchors ?? []).map((anchor) => ({
      ...problemAt(file, { path: [], rule: 'yaml', message: messageFor(anchor) }),
      ...anchor.place,
    })),
  );

function messageFor({ name, field, rest }: Anchor): string {
  const lost = `${quoted(`&${name}`)} is lost, because YAML reads it as a name for what follows`;
  if (rest === undefined) return `${lost}: take it out`;
  const text = inBraces(`&${name} ${rest}`.trim());
  return `${lost}. A text that begins with '&' needs quotation marks: write ${lineToWrite(field === undefined ? text : `${field}: ${text}`)}`;
}
