import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from '../paths.mjs';
import { compileCourses } from './compile-courses.mjs';
import { licencesOf } from './licences.mjs';

/**
 * Writes the program, its courses, their schemas and the licences into a folder.
 * @param bundle writes the program itself, and returns esbuild's metafile
 * @returns that metafile, and the problems of the courses, one line each
 */
export async function fill(folder, bundle) {
  const metafile = await bundle(folder);
  const problems = await compileCourses(path.join(folder, 'courses'));
  cpSync(fromRoot('lessons', 'schema'), path.join(folder, 'schema'), { recursive: true });
  writeFileSync(path.join(folder, 'THIRD-PARTY-LICENSES.txt'), licencesOf(metafile));
  return { metafile, problems };
}
