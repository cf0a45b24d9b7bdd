import { readdirSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { COURSE_FILE } from '../../core/course-files/schema/files.js';
import { SCHEMA_FOLDER, withSchemaLine } from '../../core/course-files/schema-line.js';
import { readFile } from '../files/open-file.js';

/**
 * The files of an author's new course, by relative path: a copy of a shipped course with a new id, and the schemas
 * that the first lines of its files refer to.
 * @param source the folder of the shipped course's YAML files
 * @param schemas the folder of the JSON schemas
 */
export function starterCourse(source: string, schemas: string, id: string): Map<string, string> {
  const texts = filesIn(source, '.yaml').map(([name, text]) => {
    const changed = name === COURSE_FILE ? withId(text, id) : text;
    return [name, withSchemaLine(name, changed, `./${SCHEMA_FOLDER}`)] as const;
  });
  return new Map([...texts, ...schemaFiles(schemas)]);
}

/** The schemas that the first lines of an author's files refer to, by relative path. @param schemas their folder */
export const schemaFiles = (schemas: string): Map<string, string> =>
  new Map(filesIn(schemas, '.json').map(([name, text]) => [`${SCHEMA_FOLDER}/${name}`, text]));

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => [name, readFile(path.join(folder, name)).toString()] as const);

/** `stringify` quotes an id that YAML would not read as text, such as `true` or `1e5`. */
const withId = (text: string, id: string): string =>
  text.replace(/^(id:[ \t]*)\S+/m, (_, field: string) => `${field}${stringify(id).trim()}`);
