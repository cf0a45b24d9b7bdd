import { COURSE_FILE } from '../../core/course-files/schema/files.js';
import { SCHEMA_FOLDER, withSchemaLine } from '../../core/course-files/schema-line.js';
import type { StoryDraft } from '../../core/story/draft.js';
import { sentenceId } from '../../core/story/ledger-draft.js';
import { ledgerFile } from './ledger.js';
import { LESSON_ID, lessonFile } from './lesson.js';
import { passagesFile } from './passages.js';
import { sourcesFile } from './sources.js';
import { comment, toDo, yamlText } from './yaml-text.js';

/** The version of the program that reads these files. */
const NEEDS = '0.3.0';

/**
 * The YAML files of a course that is made from a story, by name. What is still to do is a text that begins with TODO.
 * @param id of the course
 */
export function draftFiles(draft: StoryDraft, id: string): Map<string, string> {
  const { story, claims, lesson } = draft;
  const texts = new Map(
    story.paragraphs.flatMap(({ sentences }, p) =>
      sentences.map((text, s) => [sentenceId(p + 1, s + 1), text] as const),
    ),
  );
  const { who, where, board } = lesson;
  const asked = [who.claim, ...(where ? [where.claim] : []), ...(board?.rows ?? [])];
  const files = {
    [COURSE_FILE]: courseFile(id, story.headline),
    'passages.yaml': passagesFile(draft),
    'sources.yaml': sourcesFile(draft),
    'ledger.yaml': ledgerFile(claims, new Set(asked.map((claim) => claim.id)), texts),
    [`${LESSON_ID}.yaml`]: lessonFile(lesson, texts),
  };
  return new Map(
    Object.entries(files).map(([name, text]) => [
      name,
      withSchemaLine(name, `${text.trimEnd()}\n`, `./${SCHEMA_FOLDER}`),
    ]),
  );
}

const HEAD = [
  'A course that was made from a story. A program found the sentences, the sources and the claims: all of it is a guess.',
  'Write each text that begins with TODO. Work in this order: passages.yaml, sources.yaml, ledger.yaml,',
  `${LESSON_ID}.yaml, and this file last. "on-the-record check" lists what is still to do.`,
];

const courseFile = (id: string, headline: string | undefined): string =>
  [
    ...HEAD.map((line) => `# ${line}`),
    'format: 2',
    `needs: ${NEEDS}`,
    `id: ${yamlText(id)}`,
    ...(headline ? comment(`The story's headline: ${headline}`) : []),
    `title: ${toDo('a title of your own')}`,
    'language: en',
    'about:',
    `  - ${toDo('say which story this course is made from, and that the wording is yours')}`,
    '# Write further lessons, each in a file of its own, and add their ids here.',
    `lessons: [${LESSON_ID}]`,
  ].join('\n');
