// The courses alone, for authors: the same check that the build makes, without the program.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compileCourses } from './build/compile-courses.mjs';
import { cache } from './paths.mjs';

mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(path.join(cache, 'courses-'));
try {
  const problems = await compileCourses(folder);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
