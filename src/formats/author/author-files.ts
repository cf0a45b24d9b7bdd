import { SCHEMA_FOLDER, withSchemaLine } from '../../core/course-files/schema-line.js';
import { authorPage } from './author-page.js';
import { editorSchemas } from './editor-schemas.js';

const PAGE = 'README.md';

/**
 * What of the folder lessons/ is made from the program: the schemas, the tables of the author's page, and the first
 * line of each course file.
 * @param files what is in the folder, by paths with `/`
 * @returns the same with these as they have to be
 */
export function authorFiles(files: ReadonlyMap<string, string>): Map<string, string> {
  const made = [...editorSchemas()].map(
    ([name, text]) => [`${SCHEMA_FOLDER}/${name}`, text] as const,
  );
  const mended = [...files].map(([place, text]) => [place, mend(place, text)] as const);
  return new Map([...mended, ...made]);
}

function mend(place: string, text: string): string {
  if (place === PAGE) return authorPage(text);
  const [, name] = /^[^/]+\/([^/]+\.yaml)$/.exec(place) ?? [];
  return name === undefined ? text : withSchemaLine(name, text, `../${SCHEMA_FOLDER}`);
}
