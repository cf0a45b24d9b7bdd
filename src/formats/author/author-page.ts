import {
  HABIT_MEANINGS,
  HEADING_MEANINGS,
  KIND_MEANINGS,
  MISREADING_MEANINGS,
  SKILL_MEANINGS,
} from '../../core/course/glossary.js';
import { TRAPS } from '../../core/course/habits.js';
import { MISREADINGS } from '../../core/course/vocabulary.js';
import { courseSchema } from '../../core/course-files/schema/course.js';
import { waiverSchema } from '../../core/course-files/schema/fields.js';
import { claimSchema, detailSchema } from '../../core/course-files/schema/ledger.js';
import {
  checkSchema,
  choiceSchema,
  exampleSchema,
  lessonSchema,
  readingSchema,
} from '../../core/course-files/schema/lesson.js';
import { passageSchema, sentenceSchema } from '../../core/course-files/schema/passages.js';
import {
  ownHeadingSchema,
  rowSchema,
  sortSchema,
  wrongHeadingSchema,
} from '../../core/course-files/schema/sort.js';
import { sourceSchema } from '../../core/course-files/schema/sources.js';
import { fieldTable } from './field-table.js';
import { markdownTable } from './markdown-table.js';
import { lengthTable, playerTable, ruleTable } from './rule-tables.js';

const meaningTable = (meanings: Readonly<Record<string, string>>): string =>
  markdownTable(
    ['word', 'meaning'],
    Object.entries(meanings).map(([word, meaning]) => [`\`${word}\``, meaning]),
  );

/** The habits, with the misreadings that each avoids. */
const habitTable = (): string =>
  markdownTable(
    ['habit', 'question', 'misreadings'],
    Object.entries(HABIT_MEANINGS).map(([habit, question]) => {
      const avoided = MISREADINGS.filter((misreading) => TRAPS[misreading].habit === habit);
      return [`\`${habit}\``, question, avoided.map((one) => `\`${one}\``).join(', ')];
    }),
  );

/** The generated parts of lessons/README.md, by the names in its comments. */
const PARTS: Readonly<Record<string, () => string>> = {
  course: () => fieldTable(courseSchema),
  source: () => fieldTable(sourceSchema),
  passage: () => fieldTable(passageSchema),
  sentence: () => fieldTable(sentenceSchema),
  claim: () => fieldTable(claimSchema),
  detail: () => fieldTable(detailSchema),
  lesson: () => fieldTable(lessonSchema),
  reading: () => fieldTable(readingSchema),
  check: () => fieldTable(checkSchema),
  choice: () => fieldTable(choiceSchema),
  sort: () => fieldTable(sortSchema),
  heading: () => fieldTable(ownHeadingSchema),
  row: () => fieldTable(rowSchema),
  wrong: () => fieldTable(wrongHeadingSchema),
  example: () => fieldTable(exampleSchema),
  waiver: () => fieldTable(waiverSchema),
  kinds: () => meaningTable(KIND_MEANINGS),
  skills: () => meaningTable(SKILL_MEANINGS),
  misreadings: () => meaningTable(MISREADING_MEANINGS),
  headings: () => meaningTable(HEADING_MEANINGS),
  habits: habitTable,
  rules: ruleTable,
  lengths: lengthTable,
  players: playerTable,
};

const MARKED = /^<!-- from the program: (.+) -->\n[\s\S]*?^<!-- end -->$/gm;

/** Replaces the generated parts of the page. Throws an Error if a part is missing or unknown. */
export function authorPage(page: string): string {
  const found = new Set<string>();
  const text = page.replace(MARKED, (_, name: string) => {
    const part = PARTS[name];
    if (!part) throw new Error(`there is no part '${name}' for the author's page`);
    found.add(name);
    return `<!-- from the program: ${name} -->\n${part()}\n<!-- end -->`;
  });
  const missing = Object.keys(PARTS).filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`the author's page lacks ${missing.join(', ')}`);
  return text;
}
