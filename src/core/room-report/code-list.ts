import type { CourseLessons } from '../course/course.js';
import { type HandIn, readHandIn } from '../room/hand-in-code.js';
import { cleanName } from '../room/person.js';
import type { Submission } from './submission.js';

/** Longer lines hold no name and code. In UTF-16 code units. */
const LONGEST_LINE = 300;

const NO_CODE = 'holds no hand-in code';

/** Of more lines than these in one file, only so many are told of. */
const MOST_LINES = 2_000;

const tooMany = (where: string): Submission => ({
  where,
  rejected: `has more lines than a room has people: only ${MOST_LINES} were looked at`,
});

/** What is shorter is a remark behind a code. */
const SHORTEST_CODE = 12;

/** A code typed with blanks between its groups has no more than these. */
const MOST_GROUPS = 16;

/**
 * Hand-in codes in a text, usually a person a line: the code alone, or behind a name ("Ada: 00Z0-Q5TM-N8DG-2HWY"). Blank lines
 * and those that begin with # are passed over.
 * @param where the text's name, to which the number of the line is added
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

/** The longest code that begins at a word: it may be typed with blanks in it. */
function codeFrom(course: CourseLessons, words: readonly string[], at: number): Code | undefined {
  for (let end = Math.min(words.length, at + MOST_GROUPS); end > at; end--) {
    const handIn = readHandIn(course, words.slice(at, end).join(''));
    if (!('rejected' in handIn)) return { handIn, end };
  }
  return undefined;
}

/** What is said of words behind which no code stands: what was wrong with the last of them. */
function leftOver(course: CourseLessons, where: string, words: readonly string[]): Submission {
  const all = words.join('');
  const last = words.at(-1) ?? '';
  const isLike = [all, last].some((text) => text.length >= SHORTEST_CODE && /\d/.test(text));
  const read = readHandIn(course, last);
  return { where, rejected: isLike && 'rejected' in read ? read.rejected : NO_CODE };
}
