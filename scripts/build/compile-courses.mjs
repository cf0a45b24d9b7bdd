import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { loadTool } from '../load-tool.mjs';
import { fromRoot } from '../paths.mjs';

/**
 * Compiles every course of lessons/ into the target folder, so that the program reads neither YAML
 * nor a schema at its start. Returns the problems, one line each.
 */
export async function compileCourses(target) {
  const names = courseNames();
  if (names.length === 0) return [];
  const { compileCourse } = await loadTool('src/io/course/compile-course.ts');
  const problems = [];
  for (const name of names)
    problems.push(...(await compileOne(compileCourse, name, path.join(target, name))));
  return problems;
}

/** The files as written go with it: `check` shows their lines, and `new` copies them. */
async function compileOne(compileCourse, name, target) {
  const source = fromRoot('lessons', name);
  const problems = await compileCourse(source, target);
  cpSync(source, path.join(target, 'source'), { recursive: true });
  return problems;
}

function courseNames() {
  const lessons = fromRoot('lessons');
  if (!existsSync(lessons)) return [];
  return readdirSync(lessons).filter((name) => existsSync(path.join(lessons, name, 'course.yaml')));
}
