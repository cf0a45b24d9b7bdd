import { SCHEMA_FOLDER, withSchemaLine } from '../../core/course-files/schema-line.js';
import { authorPage } from './author-page.js';
import { editorSchemas } from './editor-schemas.js';

const PAGE = 'README.md';

/**
 * Updates the generated parts of the folder lessons/: the schemas, the tables in the authors' page, and the first line of
 * each course file.
 * @param files texts by path in that folder, with `/`
 */
export function authorFiles(files: ReadonlyMap<string, string>): Map<string, string> {
  const schemas = [...editorSchemas()].map(
    ([name, text]) => [`${SCHEMA_FOLDER}/${name}`, text] as const,
  );
  const updated = [...files].map(([file, text]) => [file, withGeneratedParts(file, text)] as const);
  return new Map([...updated, ...schemas]);
}

function withGeneratedParts(file: string, text: string): string {
  if (file === PAGE) return authorPage(text);
  const [, name] = /^[^/]+\/([^/]+\.yaml)$/.exec(file) ?? [];
  return name === undefined ? text : withSchemaLine(name, text, `../${SCHEMA_FOLDER}`);
}
