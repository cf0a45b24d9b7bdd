import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { COURSE_FILE } from '../../core/course-files/schema/files.js';
import { SCHEMA_FOLDER, withSchemaLine } from '../../core/course-files/schema-line.js';

/**
 * The files of a course for its new author, by their names: those of a course that comes with the program, under an id
 * of its own, with the schemas that their first lines lead to.
 * @param source the course's files as written
 * @param schemas the folder of the schemas
 */
export function starterCourse(source: string, schemas: string, id: string): Map<string, string> {
  const texts = filesIn(source, '.yaml').map(([name, text]) => {
    const own = name === COURSE_FILE ? withId(text, id) : text;
    return [name, withSchemaLine(name, own, `./${SCHEMA_FOLDER}`)] as const;
  });
  const beside = filesIn(schemas, '.json').map(
    ([name, text]) => [`${SCHEMA_FOLDER}/${name}`, text] as const,
  );
  return new Map([...texts, ...beside]);
}

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);

/** In quotes where YAML would else read something other than a text, such as `true` or `1e5`. */
const withId = (text: string, id: string): string =>
  text.replace(/^(id:[ \t]*)\S+/m, (_, field: string) => `${field}${stringify(id).trim()}`);
