import { FIXED_FILES } from './schema/files.js';

/** By this line editors with the YAML language server find the schema of a file: completion, and errors while typing. */
const MARK = '# yaml-language-server: $schema=';

/** The folder of the schemas, beside the folders of the courses that come with the program. */
export const SCHEMA_FOLDER = 'schema';

/** The name of the schema that a course file of that name has to fit. */
export function schemaFileOf(name: string): string {
  const about = Object.hasOwn(FIXED_FILES, name) ? name.replace(/\.yaml$/, '') : 'lesson';
  return `${about}.schema.json`;
}

/** The text of a course file with its schema on the first line. @param folder the way to the schemas, such as `../schema` */
export function withSchemaLine(name: string, text: string, folder: string): string {
  const [first = '', ...rest] = text.split('\n');
  const others = first.startsWith(MARK) ? rest : [first, ...rest];
  return [`${MARK}${folder}/${schemaFileOf(name)}`, ...others].join('\n');
}
