import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What an author could write over each TODO of a course that `new --from` wrote, by what the field is. */
const TEXTS: readonly (readonly [RegExp, (n: string) => string])[] = [
  [/^ +text: "TODO/, (n) => `Somebody named point ${n} of the story.`],
  [/^ +content: /, (n) => `Somebody in the story mentioned point ${n}.`],
  [/^ +stem: "TODO: Who/, () => 'Who mentions the river?'],
  [/^ +stem: /, () => 'Where does the story mention a bell?'],
  [/^ +statement: /, (n) => `Point ${n} of the plan`],
  [/^ +feedback: /, (n) => `The retelling says "point ${n}".`],
  [/^title: /, () => 'A course from a story'],
  [/^ +role: /, () => 'somebody in the story'],
  [/^ +- "TODO/, () => 'This course is made from a story. The wording is ours.'],
];

/** Fills in all TODOs of a course. Throws an Error for a TODO that an author would not know. */
export function finish(folder: string): void {
  let count = 0;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
    const file = path.join(folder, name);
    const lines = readFileSync(file, 'utf8').split('\n');
    const finished = lines.map((line) => {
      if (!/(?::|-) "TODO/.test(line)) return line;
      const found = TEXTS.find(([field]) => field.test(line));
      if (!found) throw new Error(`what is to do here? ${line}`);
      count += 1;
      return line.replace(/"TODO.*"$/, JSON.stringify(found[1](numberWord(count))));
    });
    writeFileSync(file, finished.join('\n'));
  }
}

/** A word for a number, so that no text is like another: "ba", "da". */
const numberWord = (n: number): string =>
  n.toString(8).replace(/\d/g, (digit) => `${'bdfgklmn'[Number(digit)]}o`);
