// Writes what of lessons/ is made from the program: the schemas, the tables of the author's page and
// the first line of each course file. A test holds that they are current.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadTool } from '../load-tool.mjs';
import { fromRoot } from '../paths.mjs';

const LESSONS = fromRoot('lessons');

const { authorFiles } = await loadTool('src/formats/author/author-files.ts');
const files = filesOf(LESSONS);
for (const [place, text] of authorFiles(files)) {
  if (files.get(place) === text) continue;
  const file = path.join(LESSONS, place);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote lessons/${place}`);
}

function filesOf(folder) {
  const places = readdirSync(folder, { recursive: true }).filter((place) =>
    /\.(yaml|json|md)$/.test(place),
  );
  return new Map(
    places.map((place) => [
      place.split(path.sep).join('/'),
      readFileSync(path.join(folder, place), 'utf8'),
    ]),
  );
}
