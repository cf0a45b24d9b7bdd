import {
  type Document,
  isMap,
  isNode,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Problem } from '../../core/course/problem.js';
import {
  type CourseFile,
  type Path,
  problemAt,
  quoted,
} from '../../core/course-files/course-file.js';
import { plainText } from '../../core/text/sanitize.js';

/** A file as far as it could be read: without a value when there are problems. */
export type ReadFile = { readonly file: CourseFile; readonly problems: readonly Problem[] };

/** Far more fields than anything in a course has: what comes after takes time by the square of them. */
const MOST_FIELDS = 100;

/**
 * Ten times what the largest file of a course has (its ledger: some 4,000). Reading takes time and memory by their
 * number, at worst, for a file of stray brackets, some ten microseconds and a kilobyte each.
 */
const MOST_TOKENS = 40_000;

/**
 * Whatever the text is, this takes time by its length: double fields are looked for here, since the parser compares
 * each field with each, and errors are not made pretty, since it would go through the whole line for each of them.
 */
const OPTIONS = {
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error', // warnings are told as problems, never printed
} as const;

/** The value of a YAML text with the places of its parts. Nothing in the text makes this throw. */
export function readYaml(name: string, text: string): ReadFile {
  const lines = new LineCounter();
  const tooMuch = endOfTokens(text);
  if (tooMuch !== undefined) return refused(name, text, tooMuch);
  const document = withoutTraces(() => parseDocument(text, { ...OPTIONS, lineCounter: lines }));
  const file: CourseFile = { name, locate: (place) => locate(document, lines, place) };
  const flaws = flawsOf(document);
  if (flaws.length > 0)
    return { file, problems: flaws.map((flaw) => problemOf(file, flaw, lines)) };
  return { file: { ...file, value: document.toJS() ?? null }, problems: [] };
}

/** The parser makes an error object for each flaw: without stacks, which nobody sees, in a third of the time. */
function withoutTraces<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Where the text has had more tokens than a course file can have; nothing where it never has. */
function endOfTokens(text: string): number | undefined {
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
    'up to here there is far more in this file than in any of a course: make it shorter';
  return { file, problems: [problemAt(file, { path: [], rule: 'yaml', message })] };
}

type Flaw = { readonly offset: number; readonly message: string };

/** Of errors only the first is said: those behind it mostly come of it. */
function flawsOf(document: Document): Flaw[] {
  const [error] = [...document.errors, ...document.warnings];
  if (error) return [{ offset: error.pos[0], message: plainWords(error) }];
  const flaws: Flaw[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      const message = `an alias (*${plainText(source).slice(0, 60)}) has no place in a course: write out what it stands for`;
      flaws.push({ offset: range?.[0] ?? 0, message });
      return visit.BREAK; // as many as there are, they are one mistake
    },
    Map: (_, map) => {
      flaws.push(...fieldFlaws(map));
    },
  });
  return flaws;
}

function fieldFlaws({ items, range }: YAMLMap): Flaw[] {
  const few = `there are more than ${MOST_FIELDS} fields together here: nothing in a course has so many`;
  if (items.length > MOST_FIELDS) return [{ offset: range?.[0] ?? 0, message: few }];
  const seen = new Set<string>();
  return items.flatMap(({ key }) => {
    const name = String(key);
    const message = `the field ${quoted(name)} stands twice here: take one out`;
    return seen.size < seen.add(name).size ? [] : [{ offset: offsetOf(key) ?? 0, message }];
  });
}

const PLAIN_WORDS: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'there is a colon within a text: put the whole text in quotes',
  BAD_INDENT: 'this line is not indented as those around it: line it up with them',
  MULTIPLE_DOCS: "a file holds one document: take out the line '---'",
  RESOURCE_EXHAUSTION: 'lists and fields lie too deep in one another here: write it flat',
  TAB_AS_INDENT: 'a line is indented with a tab: use spaces',
  TAG_RESOLVE_FAILED: 'a tag (!) has no place in a course: take it out',
  UNEXPECTED_TOKEN: 'this is not understood here: put the text in quotes',
};

function plainWords({
  code,
  message,
}: {
  readonly code: string;
  readonly message: string;
}): string {
  const said = plainText(message).slice(0, 120);
  return PLAIN_WORDS[code] ?? `this is no YAML: ${said}`;
}

function problemOf(file: CourseFile, { offset, message }: Flaw, lines: LineCounter): Problem {
  const placed = { ...file, locate: () => placeOf(lines, offset) };
  return problemAt(placed, { path: [], rule: 'yaml', message });
}

function placeOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

const offsetOf = (node: unknown): number | undefined =>
  isNode(node) ? node.range?.[0] : undefined;

/** The place of what the path names; where it leads to nothing, of the last thing on it that there is. */
function locate(document: Document, lines: LineCounter, path: Path) {
  let offset = offsetOf(document.contents) ?? 0;
  let node: unknown = document.contents;
  for (const part of path) {
    const found = childOf(node, part);
    if (!found) break;
    offset = found.offset ?? offset;
    node = found.node;
  }
  return placeOf(lines, offset);
}

type Child = { readonly node: unknown; readonly offset: number | undefined };

/** A field is where its name stands, an item where it begins. */
function childOf(node: unknown, part: string | number): Child | undefined {
  if (isSeq(node) && typeof part === 'number') {
    const item = node.items[part];
    return item === undefined ? undefined : { node: item, offset: offsetOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => String(key) === part);
  return pair && { node: pair.value, offset: offsetOf(pair.key) };
}
