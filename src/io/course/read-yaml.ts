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
  linesWritten,
  type Path,
  problemAt,
  quoted,
} from '../../core/course-files/course-file.js';
import { plainText } from '../../core/text/sanitize.js';

/** `file` has no value if there are problems. */
export type ReadFile = { readonly file: CourseFile; readonly problems: readonly Problem[] };

/** Far more fields than any object in a course has. Later steps take time proportional to the square of this number. */
const MOST_FIELDS = 100;

/**
 * Ten times as many as the largest course file has: the ledger, with about 4,000. In the worst case, a file of stray
 * brackets, each token takes about 10 microseconds and 1 kB.
 */
const MOST_TOKENS = 40_000;

/**
 * Keeps parsing time proportional to the text's length. `uniqueKeys` would compare each field with every other, so
 * `fieldFlaws` finds duplicates instead. `prettyErrors` would read the complete line for each error.
 */
const OPTIONS = {
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error', // warnings become problems and are not printed
} as const;

/** Parses YAML, with the position of each part. Returns problems instead of throwing, whatever the text contains. */
export function readYaml(name: string, text: string): ReadFile {
  const lines = new LineCounter();
  const limit = tokenLimitOffset(text);
  if (limit !== undefined) return refused(name, text, limit);
  const document = withoutTraces(() => parseDocument(text, { ...OPTIONS, lineCounter: lines }));
  const file = locatedFile(name, placesIn(document.contents), lines);
  const flaws = flawsOf(document);
  const plain = flaws.length > 0 ? text.replace(TODO_COLON, 'TODO ') : text;
  if (plain !== text) return readYaml(name, plain);
  if (flaws.length > 0)
    return { file, problems: flaws.map((flaw) => problemOf(file, flaw, lines)) };
  const value: unknown = document.toJS() ?? null;
  return { file: { ...file, value, lines: linesWritten(text) }, problems: [] };
}

/** The colon in `stem: TODO: ask` would be a colon within a text. A space in its place keeps the columns. */
const TODO_COLON = /\bTODO:(?=\s)/g;

/** Keeps the places, but not the document: it takes twenty times as much memory as its text. */
const locatedFile = (name: string, root: Place, lines: LineCounter): CourseFile => ({
  name,
  locate: (path) => placeOf(lines, offsetAt(root, path)),
});

/** The parser creates an Error for each flaw. Without stack traces, that takes a third of the time. */
function withoutTraces<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

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
    'up to here there is far more in this file than in any of a course: make it shorter';
  return { file, problems: [problemAt(file, { path: [], rule: 'yaml', message })] };
}

type Flaw = { readonly offset: number; readonly message: string };

/** Reports only the first error, because it usually causes the others. */
function flawsOf(document: Document): Flaw[] {
  const [error] = [...document.errors, ...document.warnings];
  if (error) return [{ offset: error.pos[0], message: plainWords(error) }];
  const flaws: Flaw[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      const message = `an alias (*${plainText(source).slice(0, 60)}) has no place in a course: write out what it stands for`;
      flaws.push({ offset: range?.[0] ?? 0, message });
      return visit.BREAK; // report all aliases as one problem
    },
    Map: (_, map) => {
      flaws.push(...fieldFlaws(map));
    },
  });
  return flaws;
}

function fieldFlaws({ items, range }: YAMLMap): Flaw[] {
  const tooMany = `there are more than ${MOST_FIELDS} fields together here: nothing in a course has so many`;
  if (items.length > MOST_FIELDS) return [{ offset: range?.[0] ?? 0, message: tooMany }];
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
  const parserText = plainText(message).slice(0, 120);
  return PLAIN_WORDS[code] ?? `this is no YAML: ${parserText}`;
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
