import { FIXED_FILES } from './schema/files.js';

/** Editors with the YAML language server read this line to find the schema of a file. */
const MARK = '# yaml-language-server: $schema=';

/** The folder of the schemas, next to the folders of the built-in courses. */
export const SCHEMA_FOLDER = 'schema';

/** The name of the schema file for a course file. */
export function schemaFileOf(name: string): string {
  const schema = Object.hasOwn(FIXED_FILES, name) ? name.replace(/\.yaml$/, '') : 'lesson';
  return `${schema}.schema.json`;
}

/**
 * The text of a course file with the line that names its schema first.
 * @param folder the relative path of the schemas, such as `../schema`
 */
export function withSchemaLine(name: string, text: string, folder: string): string {
  const [first = '', ...rest] = text.split('\n');
  const others = first.startsWith(MARK) ? rest : [first, ...rest];
  return [`${MARK}${folder}/${schemaFileOf(name)}`, ...others].join('\n');
}
