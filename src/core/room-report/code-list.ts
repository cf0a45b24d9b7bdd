import type { CourseLessons } from '../course/course.js';
import { type HandIn, readHandIn } from '../room/hand-in-code.js';
import { cleanName } from '../room/person.js';
import { readPaperLine } from './paper-line.js';
import { readPaperRoom } from './paper-room.js';
import type { PaperRoom, Submission } from './submission.js';

/** In UTF-16 code units. A longer line cannot be a name and a code. */
const LONGEST_LINE = 300;

/** A longer line cannot be a name and a number for each question. */
const LONGEST_PAPER = 1_000;

const NO_CODE = 'has no hand-in code and no answers from paper';

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
 * Reads a text with a hand-in code or someone's answers from paper on each line: "Ada: 00Z0-Q5TM-N8DG-2HWY", with or
 * without the name, "Ada: 2 3 1" or "Q6: 13 6 0". Ignores empty lines and lines that begin with #.
 * @param file the file's name; the line number is added to it
 */
export function readCodeList(course: CourseLessons, file: string, text: string): Submission[] {
  const lines = text.split(/\r\n|\r|\n/).flatMap((line, i): ListLine[] => {
    const said = line.replace(/^\uFEFF/, '').trim();
    return said === '' || said.startsWith('#') ? [] : [{ where: `${file}:${i + 1}`, said }];
  });
  const { room, heads } = headsIn(course, lines);
  const found = lines.flatMap((line): Submission[] => {
    const head = heads.get(line.where);
    if (head !== undefined) return head;
    return onPaper(file, room, line) ?? readLine(course, line.where, line.said);
  });
  const told = found.filter((one) => !('rejected' in one && one.rejected === NO_CODE));
  if (told.length === 0) return [{ where: file, rejected: NO_CODE }];
  return found.length <= MOST_LINES ? found : [...told.slice(0, MOST_LINES), tooMany(file)];
}

type ListLine = { readonly where: string; readonly said: string };

type Heads = {
  /** Undefined if a line that names it was rejected. */
  readonly room: PaperRoom | undefined;
  /** The lines that name the room, with what is wrong with them. */
  readonly heads: ReadonlyMap<string, Submission[]>;
};

/** A file has the lines of one room. Its head can be anywhere. Without lines from paper, no word is a code of a room. */
function headsIn(course: CourseLessons, lines: readonly ListLine[]): Heads {
  const needsRoom = lines.some(({ said }) => paperOf(said) !== undefined);
  const heads = new Map<string, Submission[]>();
  let room: PaperRoom | undefined = {};
  for (const { where, said } of lines) {
    const read = readPaperRoom(course, said);
    if (!read || !(needsRoom || 'lessons' in read)) continue;
    const rejected: string | undefined = 'rejected' in read ? read.rejected : clash(room, read);
    heads.set(where, rejected === undefined ? [] : [{ where, rejected }]);
    room = rejected === undefined && room ? { ...room, ...read } : undefined;
  }
  return { room, heads };
}

/** A code contains its lessons, so that a line with lessons agrees with it or is wrong. */
const clash = (room: PaperRoom | undefined, head: PaperRoom): string | undefined =>
  isOther(room?.code, head.code) || isOther(room?.lessons?.join(), head.lessons?.join())
    ? 'names another room than a line before: put the lines of each room into a file of their own'
    : undefined;

const isOther = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

function onPaper(
  file: string,
  room: PaperRoom | undefined,
  { where, said }: ListLine,
): Submission[] | undefined {
  const paper = paperOf(said);
  if (!paper || 'rejected' in paper) return paper && [{ where, ...paper }];
  return [room ? { where, file, room, paper } : { where, rejected: NO_ROOM_READ }];
}

const paperOf = (said: string): ReturnType<typeof readPaperLine> =>
  said.length > LONGEST_PAPER ? undefined : readPaperLine(said);

const NO_ROOM_READ =
  'was not counted: the line of this file that names the room has to be corrected';

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
