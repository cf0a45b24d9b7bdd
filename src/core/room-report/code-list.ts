import type { CourseLessons } from '../course/course.js';
import { type HandIn, readHandIn } from '../room/hand-in-code.js';
import { cleanName } from '../room/person.js';
import type { Submission } from './submission.js';

/** In UTF-16 code units. A longer line cannot be a name and a code. */
const LONGEST_LINE = 300;

const NO_CODE = 'has no hand-in code';

/** The most lines of one file that are read or reported. */
const MOST_LINES = 2_000;

const tooMany = (where: string): Submission => ({
  where,
  rejected: `has too many lines: only the first ${MOST_LINES} count`,
});

/** Shorter words after a code are a remark. */
const SHORTEST_CODE = 12;

/** The most groups of characters in a code that is typed with spaces. */
const MOST_GROUPS = 16;

/**
 * Reads the hand-in codes in a text, usually one on each line, with or without a name before it
 * ("Ada: 00Z0-Q5TM-N8DG-2HWY"). Ignores empty lines and lines that begin with #.
 * @param where the file's name; the line number is added to it
 */
export function readCodeList(course: CourseLessons, where: string, text: string): Submission[] {
  const found = text.split(/\r\n|\r|\n/).flatMap((line, i): Submission[] => {
    const said = line.replace(/^\uFEFF/, '').trim();
    if (said === '' || said.startsWith('#')) return [];
    return readLine(course, `${where}:${i + 1}`, said);
  });
  const told = found.filter((one) => !('rejected' in one && one.rejected === NO_CODE));
  if (told.length === 0) return [{ where, rejected: NO_CODE }];
  return found.length <= MOST_LINES ? found : [...told.slice(0, MOST_LINES), tooMany(where)];
}

function readLine(course: CourseLessons, where: string, line: string): Submission[] {
  if (line.length > LONGEST_LINE) return [{ where, rejected: 'is too long for a name and a code' }];
  const words = line.split(/[\s,;:|]+/).filter((word) => word !== '');
  const found: Submission[] = [];
  let name = 0;
  for (let at = 0; at < words.length; ) {
    const code = codeFrom(course, words, at);
    if (code) {
      const said = cleanName(words.slice(name, at).join(' '));
      found.push({ where, handIn: code.handIn, name: said });
      name = code.end;
    }
    at = code?.end ?? at + 1;
  }
  const rest = words.slice(name);
  const isRemark = found.length > 0 && rest.every((word) => word.length < SHORTEST_CODE);
  return rest.length === 0 || isRemark ? found : [...found, leftOver(course, where, rest)];
}

type Code = { readonly handIn: HandIn; readonly end: number };

/** The longest code that begins at word `at`. A code may be typed with spaces in it. */
function codeFrom(course: CourseLessons, words: readonly string[], at: number): Code | undefined {
  for (let end = Math.min(words.length, at + MOST_GROUPS); end > at; end--) {
    const handIn = readHandIn(course, words.slice(at, end).join(''));
    if (!('rejected' in handIn)) return { handIn, end };
  }
  return undefined;
}

/** Reports words that are not followed by a code. If the last word looks like a code, says what is wrong with it. */
function leftOver(course: CourseLessons, where: string, words: readonly string[]): Submission {
  const all = words.join('');
  const last = words.at(-1) ?? '';
  const isLike = [all, last].some((text) => text.length >= SHORTEST_CODE && /\d/.test(text));
  const read = readHandIn(course, last);
  return { where, rejected: isLike && 'rejected' in read ? read.rejected : NO_CODE };
}
