// `npm run pictures` draws the pictures of README.md, docs/workshop.md and lessons/README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { draw, fileOf, PICTURES } from './pictures.js';

for (const picture of PICTURES) {
  const file = fileOf(picture);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, await draw(picture));
  console.log(path.relative('.', file));
}
