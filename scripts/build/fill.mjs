import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from '../paths.mjs';
import { compileCourses } from './compile-courses.mjs';
import { readCourseParts } from './course-parts.mjs';
import { licencesOf } from './licences.mjs';
import { writeRoomPage } from './room-page.mjs';

/** The course that opens by default. `--version` shows the fingerprint of its words. */
const FIRST_COURSE = 'claude-contract';

/**
 * Writes the program, its courses, their schemas, the page of a live room and the licences into a folder.
 * @param bundle writes the program itself, given the fingerprint of the first course, and returns esbuild's metafile
 * @returns that metafile, and the problems of the courses, one line each
 */
export async function fill(folder, bundle) {
  const courses = path.join(folder, 'courses');
  const problems = await compileCourses(courses);
  const metafile = await bundle(folder, problems.length > 0 ? '' : wordsIn(courses));
  await writeRoomPage(folder);
  copySchemas(fromRoot('lessons', 'schema'), path.join(folder, 'schema'));
  writeFileSync(path.join(folder, 'THIRD-PARTY-LICENSES.txt'), licencesOf(metafile));
  return { metafile, problems };
}

const wordsIn = (courses) => readCourseParts(path.join(courses, FIRST_COURSE)).get('index').words;

/** Without indentation: only programs read them, and the package is 2 kB smaller. */
function copySchemas(from, to) {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    const schema = JSON.parse(readFileSync(path.join(from, name), 'utf8'));
    writeFileSync(path.join(to, name), `${JSON.stringify(schema)}\n`);
  }
}
