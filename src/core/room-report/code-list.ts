import type { CourseLessons } from '../course/course.js';
import { type HandIn, handInFault, readHandIn } from '../room/hand-in-code.js';
import { readRoomCode } from '../room/room-code.js';
import { counted } from '../text/english.js';
import { nameFor, speakersOf, spokenIn } from './chat.js';
import { likeCode } from './like-code.js';
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

const TOO_LONG = 'is too long for a name and a code';

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
  const read = readLines(
    course,
    lines,
    (line) => heads.get(line.where) ?? onPaper(file, room, line),
  );
  const found = read.flatMap((one) => one ?? []);
  const talk = read.filter((one) => !one).length;
  if (found.length === 0 && talk > 0) return [{ where: file, rejected: NO_CODE }];
  const told = found.length > MOST_LINES ? [...found.slice(0, MOST_LINES), tooMany(file)] : found;
  return talk === 0 ? told : [...told, talkIn(file, talk)];
}

/** What each line has; undefined if it is talk. A line that names the one who wrote a code belongs to the code. */
function readLines(
  course: CourseLessons,
  lines: readonly ListLine[],
  other: (line: ListLine) => Submission[] | undefined,
): (Submission[] | undefined)[] {
  const read: (Submission[] | undefined)[] = [];
  const speakers = speakersOf(lines.map(({ said }) => (said.length > LONGEST_LINE ? '' : said)));
  lines.forEach((line, i) => {
    const speaker = speakers[i];
    const isNew = speaker?.lines.every((at) => read[at] === undefined); // one code for each time
    const above = isNew ? speaker?.name : undefined;
    const own = other(line) ?? readLine(course, line, above);
    const isNamed = above !== undefined && own?.some((one) => 'name' in one && one.name === above);
    for (const at of isNamed ? (speaker?.lines ?? []) : []) read[at] = [];
    read.push(own);
  });
  return read;
}

const talkIn = (file: string, count: number): Submission => ({
  where: file,
  rejected: `has ${counted(count, 'line')} with neither a code nor answers from paper`,
  isHarmless: true,
});

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
    ? 'is about another room than an earlier line: put the lines of each room into a file of their own'
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

/**
 * @param above who speaks, by the lines above, for a code without a name
 * @returns undefined for talk
 */
function readLine(
  course: CourseLessons,
  { where, said: line }: ListLine,
  above: string | undefined,
): Submission[] | undefined {
  if (line.length > LONGEST_LINE) return likeCode(wordsOf(line)) && [{ where, rejected: TOO_LONG }];
  const { text, sender = above } = spokenIn(line);
  const places = [...text.matchAll(WORD)];
  const words = places.map(([word]) => word);
  const before = (from: number, at: number): string =>
    text.slice(places[from]?.index, places[at]?.index);
  const found: Submission[] = [];
  let start = 0;
  for (let at = 0; at < words.length; ) {
    const code = codeFrom(course, words, at);
    if (code) {
      const name = nameFor(before(start, at), start === 0 ? sender : undefined);
      found.push({ where, handIn: code.handIn, name });
      start = code.end;
    }
    at = code?.end ?? at + 1;
  }
  const by = start === 0 ? sender : undefined;
  found.push(
    ...leftOver(course, where, words.slice(start), (at) => nameFor(before(start, start + at), by)),
  );
  return found.length > 0 ? found : undefined;
}

const WORD = /[^\s,;:|]+/gu;

const wordsOf = (line: string): string[] => line.match(WORD) ?? [];

type Code = { readonly handIn: HandIn; readonly end: number };

/** The longest code that begins at word `at`. A code may be typed with spaces in it. */
function codeFrom(course: CourseLessons, words: readonly string[], at: number): Code | undefined {
  for (let end = Math.min(words.length, at + MOST_GROUPS); end > at; end--) {
    const handIn = readHandIn(course, words.slice(at, end).join(''));
    if (!('rejected' in handIn)) return { handIn, end };
  }
  return undefined;
}

/**
 * Says what is wrong with words that look like a code. Other words are talk.
 * @param nameAt the name before the word with this index
 */
function leftOver(
  course: CourseLessons,
  where: string,
  words: readonly string[],
  nameAt: (at: number) => string | undefined,
): Submission[] {
  const like = likeCode(words);
  if (!like || 'code' in readRoomCode(course, like.code, 0)) return [];
  const name = nameAt(like.at);
  const rejected = handInFault(course, like.code);
  return [{ where, rejected, ...(name !== undefined && { name }) }];
}
