import { type Document, isMap, isNode, isSeq, Lexer, type LineCounter } from 'yaml';
import type { Problem } from '../../core/course/problem.js';
import {
  type CourseFile,
  linesWritten,
  type Path,
  problemAt,
} from '../../core/course-files/course-file.js';
import { schemaOf } from '../../core/course-files/draft.js';
import { findMistake, type Outcome } from '../../core/course-files/mistakes/find-mistake.js';
import { shapeFaults } from '../../core/course-files/shape-errors.js';
import { allComments } from './all-comments.js';
import { anchorsIn } from './anchors-in.js';
import { commentsAfter } from './comments-after.js';
import { type Flaw, parseYaml } from './flaws.js';

/** `file` has no value if there are problems. */
export type ReadFile = { readonly file: CourseFile; readonly problems: readonly Problem[] };

/**
 * Ten times as many as the largest course file has: the ledger, with about 4,000. In the worst case, a file of stray
 * brackets, each token takes about 10 microseconds and 1 kB.
 */
const MOST_TOKENS = 40_000;

/** Parses YAML, with the position of each part. Returns problems instead of throwing, whatever the text contains. */
export function readYaml(name: string, text: string): ReadFile {
  const limit = tokenLimitOffset(text);
  if (limit !== undefined) return refused(name, text, limit);
  const { document, flaws, lines } = parseYaml(text);
  const file = locatedFile(name, placesIn(document.contents), lines);
  const plain = flaws.length > 0 ? text.replace(TODO_COLON, 'TODO ') : text;
  if (plain !== text) return readYaml(name, plain);
  if (flaws.length > 0)
    return { file, problems: problemsOf(file, text, flaws, triesFor(document, text)) };
  const placed = <T extends { readonly offset: number }>({ offset, ...found }: T) => ({
    ...found,
    place: placeOf(lines, offset),
  });
  const cut = commentsAfter(document, text).map(placed);
  const anchors = anchorsIn(document, text).map(placed);
  const value: unknown = document.toJS() ?? null;
  return {
    file: {
      ...file,
      value,
      lines: linesWritten(text),
      comments: () => allComments(text),
      ...(cut.length > 0 && { cut }),
      ...(anchors.length > 0 && { anchors }),
    },
    problems: [],
  };
}

/** The colon in `stem: TODO: ask` would be a colon within a text. A space in its place keeps the columns. */
const TODO_COLON = /\bTODO:(?=\s)/g;

/** Keeps the places, but not the document: it takes twenty times as much memory as its text. */
const locatedFile = (name: string, root: Place, lines: LineCounter): CourseFile => ({
  name,
  locate: (path) => placeOf(lines, offsetAt(root, path)),
});

/** The offset at which the text exceeds MOST_TOKENS; undefined if it never does. */
function tokenLimitOffset(text: string): number | undefined {
  let [tokens, offset] = [0, 0];
  for (const { length } of new Lexer().lex(text)) {
    offset += length;
    tokens += 1;
    if (tokens > MOST_TOKENS) return Math.min(offset, text.length);
  }
  return undefined;
}

function refused(name: string, text: string, offset: number): ReadFile {
  const before = text.slice(0, offset).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const file: CourseFile = { name, locate: () => place };
  const message =
    'up to here, this file already has far more lines and fields than any file of a course: make it shorter';
  return { file, problems: [problemAt(file, { path: [], rule: 'yaml', message })] };
}

/** An author rarely makes more at once. */
const MOST_MISTAKES = 5;

/** In characters to parse. The largest file of a shipped course has 20,000, and parsing it takes about 20 ms. */
const BUDGET = 600_000;

/**
 * A text of stray brackets has an error for each character or two, and takes many times as long. One missing colon can
 * cause an error for every 14 characters, and those take no longer.
 */
const triesFor = ({ errors }: Document, { length }: string): number =>
  errors.length > Math.max(300, length / 8)
    ? 4
    : Math.min(60, Math.floor(BUDGET / Math.max(1, length)));

/** What git writes into a file that two people have changed in the same place. */
const MERGE_MARK = /^(?:<{7}|={7}|>{7})(?: |$)/;
const MERGE_CONFLICT =
  'this line is a mark of a merge conflict: keep one of the versions below it, and take out the other version and all lines with such marks';

/**
 * Explains the flaws by mistakes in the lines. After each mistake, it corrects the text and looks for the next.
 * What the parser says after a mistake that was not found may be a consequence of it, so that is left out.
 */
function problemsOf(
  file: CourseFile,
  text: string,
  flaws: readonly Flaw[],
  most: number,
): Problem[] {
  const row = text.split(/\r?\n/).findIndex((line) => MERGE_MARK.test(line));
  if (row >= 0) return [problemOf(file, { row, column: 0, message: MERGE_CONFLICT })];
  const found: Fact[] = [];
  let [rest, left, tries] = [text, flaws, most];
  while (left[0] && found.length < MOST_MISTAKES) {
    const repaired = findMistake(rest, left[0], (other) => outcomeOf(file, other), tries);
    if (!repaired) break;
    found.push(repaired.mistake);
    tries -= repaired.tries;
    if (countOfLines(repaired.text) > countOfLines(rest))
      return found.map((fact) => problemOf(file, fact));
    rest = repaired.text;
    left = parseYaml(rest).flaws;
  }
  const unexplained = left.filter(({ isSyntax }) => found.length === 0 || !isSyntax);
  return [...found, ...unexplained].map((fact) => problemOf(file, fact));
}

/** A new line moves those below it, so their rows are not those of the file. */
const countOfLines = (text: string): number => text.split('\n').length;

function outcomeOf(file: CourseFile, text: string): Outcome {
  const {
    document,
    flaws: [obstacle],
  } = parseYaml(text);
  return obstacle
    ? { obstacle, faults: 0 }
    : { faults: shapeFaults(schemaOf(file), document.toJS()).length };
}

type Fact = Pick<Flaw, 'row' | 'column' | 'message'>;

function problemOf(file: CourseFile, { row, column, message }: Fact): Problem {
  const placed = { ...file, locate: () => ({ line: row + 1, column: column + 1 }) };
  return problemAt(placed, { path: [], rule: 'yaml', message });
}

function placeOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

const offsetOf = (node: unknown): number | undefined =>
  isNode(node) ? node.range?.[0] : undefined;

/** Where a value begins, and the fields or items in it. A field begins at its name. */
type Place = {
  readonly offset: number | undefined;
  readonly parts?: ReadonlyMap<string | number, Place>;
};

function placesIn(node: unknown, offset = offsetOf(node)): Place {
  if (isSeq(node))
    return { offset, parts: new Map(node.items.map((item, i) => [i, placesIn(item)])) };
  if (!isMap(node)) return { offset };
  const fields = node.items.map(
    ({ key, value }) => [String(key), placesIn(value, offsetOf(key))] as const,
  );
  return { offset, parts: new Map(fields) };
}

/** The offset of the value at the path, or of its nearest existing parent. */
function offsetAt(root: Place, path: Path): number {
  let offset = root.offset ?? 0;
  let place: Place | undefined = root;
  for (const part of path) {
    place = place.parts?.get(part);
    if (!place) break;
    offset = place.offset ?? offset;
  }
  return offset;
}
