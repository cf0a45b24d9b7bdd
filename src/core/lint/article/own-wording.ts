import type { CourseFile, Path } from '../../course-files/course-file.js';
import type { CourseDraft } from '../../course-files/draft.js';
import { FIXED_FILES } from '../../course-files/schema/files.js';
import { isTodo } from '../../course-files/todo/todo.js';
import { isRecord } from '../../json-shape.js';
import { foldedText } from '../../text/sanitize.js';
import type { Finding } from '../finding.js';
import { isInCurlyMarks } from '../material/curly-marks.js';
import {
  type Article,
  lineOfWords,
  type SharedRun,
  sharedRuns,
  spacedWords,
} from './shared-runs.js';

export const ARTICLE_RULES = ['article-words', 'quotation-marks', 'article-comments'] as const;

type ArticleRule = (typeof ARTICLE_RULES)[number];

/** What each rule warns about, in one line. */
export const ARTICLE_ABOUT: Readonly<Record<ArticleRule, string>> = {
  'article-words': 'A text shares seven words in a row with the article (`--article`).',
  'quotation-marks':
    'A text has words in quotation marks that are not words of a passage (`--article`).',
  'article-comments':
    'The comments of a file share seven words in a row with the article (`--article`), and the course has no TODO left.',
};

type PlacedText = { readonly file: CourseFile; readonly path: Path; readonly text: string };

/** Warns about texts that are not in the author's own words, or look as if they were not. */
export function ownWordingFindings({ files }: CourseDraft, article: Article): Finding[] {
  const texts = files.flatMap((file) => textsIn(file, file.value, []));
  const retold = texts.filter(isRetelling).map(({ text }) => spacedWords(text));
  const isOurs = (words: string): boolean => retold.some((text) => text.includes(words));
  const names = texts.filter(isName).map(({ text }) => spacedWords(text));
  const isNamed = ({ own }: SharedRun): boolean => {
    const words = spacedWords(own);
    return names.some((name) => name.includes(words));
  };
  return texts.flatMap((placed) => [
    ...sharedRuns(placed.text, article)
      .filter((run) => !isNamed(run))
      .map((run) => sharedFinding(placed, run)),
    ...quotationsIn(isInCurlyMarks(placed.text) ? '' : placed.text)
      .filter((quotation) => !isLesson(placed) || !isOurs(spacedWords(quotation)))
      .map((quotation) => quotationFinding(placed, quotation, article)),
  ]);
}

/** Learners see no ids, and the program makes long ones from the words of the story. */
const ID = /^[a-z0-9-]+$/;

/** The texts of a file, apart from what is still to do and from the reasons of waivers. */
function textsIn(file: CourseFile, value: unknown, path: Path): PlacedText[] {
  if (isTodo(value)) return [];
  if (typeof value === 'string') return ID.test(value) ? [] : [{ file, path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(file, item, [...path, i]));
  if (!isRecord(value)) return [];
  const { allow: _, ...fields } = value;
  return Object.entries(fields).flatMap(([name, field]) => textsIn(file, field, [...path, name]));
}

/** Feedback can quote what learners have read: a passage, or the sentence of an example. */
const isRetelling = ({ file, path }: PlacedText): boolean =>
  file.name === 'passages.yaml' ? path.at(-1) === 'text' : path.join() === 'example,sentence';

/** The fields that say who somebody is. */
const NAMES = ['name', 'role', 'side', 'speaksFor', 'actor', 'target'];

/** In words. A longer text in these fields is more than a name. */
const LONGEST_NAME = 12;

/** Who somebody is can only be said in the words of the article. */
const isName = ({ file, path, text }: PlacedText): boolean =>
  !isLesson({ file }) &&
  NAMES.includes(String(path.at(-1))) &&
  spacedWords(text).trim().split(' ').length <= LONGEST_NAME;

const isLesson = ({ file }: Pick<PlacedText, 'file'>): boolean =>
  !Object.hasOwn(FIXED_FILES, file.name);

/** A single mark between letters is an apostrophe. The limit keeps a text of opening marks quick to read. */
const QUOTATION =
  /“([^“”]{1,500})[”“]|„([^“”]{1,500})[“”]|«([^»]{1,500})»|"([^"]{1,500})"|(?<![\p{L}\p{N}])['‘]((?:[^'‘’]|(?<=\p{L})['’](?=\p{L})){1,500})['’](?![\p{L}\p{N}])/gu;

const quotationsIn = (text: string): string[] =>
  [...text.matchAll(QUOTATION)].map(([, ...marked]) => marked.find(Boolean) ?? '');

function sharedFinding(placed: PlacedText, { count, own, theirs, line }: SharedRun): Finding {
  const isSame = own.toLowerCase() === theirs.toLowerCase();
  const texts = isSame ? excerpt(own) : `${excerpt(own)}, there ${excerpt(theirs)}`;
  const message = `${count} words in a row are also in the article (line ${line}): ${texts}. Say it in your own words`;
  return warning(placed, 'article-words', message);
}

function quotationFinding(placed: PlacedText, quotation: string, article: Article): Finding {
  const line = lineOfWords(spacedWords(quotation), article);
  const where = isLesson(placed)
    ? 'no passage has these words: quote the passage as it is now, or take the marks out'
    : 'the article does not have these words: take the marks out';
  const message =
    line === undefined
      ? `${excerpt(quotation)} is in quotation marks, but ${where}`
      : `${excerpt(quotation)} is in quotation marks and in the article (line ${line}): say it in your own words, without the marks`;
  return warning(placed, 'quotation-marks', message);
}

const warning = ({ file, path }: PlacedText, rule: ArticleRule, message: string): Finding => ({
  ...{ file, path, severity: 'warning', rule, message },
});

const LONGEST_EXCERPT = 120;

/** A text in a message, on one line. */
function excerpt(text: string): string {
  const characters = [...foldedText(text)];
  const isShort = characters.length <= LONGEST_EXCERPT;
  return `'${isShort ? characters.join('') : `${characters.slice(0, LONGEST_EXCERPT).join('')}…`}'`;
}
