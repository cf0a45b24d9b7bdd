import { type Document, isNode, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml';
import { quoted } from '../../core/course-files/course-file.js';
import type { Obstacle } from '../../core/course-files/mistakes/find-mistake.js';
import { plainText } from '../../core/text/sanitize.js';

/** What keeps a file from being read. */
export type Flaw = Obstacle & {
  readonly message: string;
  /** Whether the parser could not go on. If so, the mistake can be elsewhere. */
  readonly isSyntax: boolean;
};

export type ParsedYaml = {
  readonly document: Document;
  readonly flaws: readonly Flaw[];
  readonly lines: LineCounter;
};

/** Far more fields than any object in a course has. Later steps take time proportional to the square of this number. */
const MOST_FIELDS = 100;

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

export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = withoutTraces(() => parseDocument(text, { ...OPTIONS, lineCounter: lines }));
  return { document, flaws: flawsOf(document, lines), lines };
}

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

/** Of the parser's errors only the first, because it usually causes the others. */
function flawsOf(document: Document, lines: LineCounter): Flaw[] {
  const flawAt = (offset: number, message: string, isSyntax = false): Flaw => {
    const { line, col } = lines.linePos(offset);
    return { row: Math.max(1, line) - 1, column: Math.max(1, col) - 1, message, isSyntax };
  };
  const [error] = [...document.errors, ...document.warnings];
  if (error) {
    const message = PLAIN_WORDS[error.code] ?? UNCLEAR;
    return [flawAt(error.pos[0], message, error.code !== 'MULTIPLE_DOCS')];
  }
  const flaws: Flaw[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      const message = `'*${plainText(source).slice(0, 60)}' is a YAML alias, and a course has no aliases: write its text out, or put this text in quotation marks`;
      flaws.push(flawAt(range?.[0] ?? 0, message));
      return visit.BREAK; // report all aliases as one problem
    },
    Map: (_, map) => {
      flaws.push(...fieldFlaws(map, lines).map(({ offset, message }) => flawAt(offset, message)));
    },
  });
  return flaws;
}

type OffsetFlaw = { readonly offset: number; readonly message: string };

/** Only the first field that is there twice: several often have one cause. */
function fieldFlaws({ items, range }: YAMLMap, lines: LineCounter): OffsetFlaw[] {
  const tooMany = `more than ${MOST_FIELDS} fields belong together here, and nothing in a course has so many: take some out`;
  if (items.length > MOST_FIELDS) return [{ offset: range?.[0] ?? 0, message: tooMany }];
  const first = new Map<string, number>();
  for (const { key } of items) {
    const [name, offset] = [String(key), offsetOf(key) ?? 0];
    const before = first.get(name);
    if (before !== undefined) {
      const { line } = lines.linePos(before);
      const message = `the field ${quoted(name)} is also in line ${line}, and each field can be here only once: take one out`;
      return [{ offset, message }];
    }
    first.set(name, offset);
  }
  return [];
}

const UNCLEAR =
  'this line cannot be read: compare its indentation, dash, colon, brackets and quotation marks with the lines around it';

/** For mistakes that no rule of `mistakes` explains. */
const PLAIN_WORDS: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE:
    "a backslash (\\) between double quotation marks begins a code, and this code is unknown: write '\\\\' for a backslash",
  BAD_INDENT: 'this line is not indented like those around it: begin it in the same column',
  MULTIPLE_DOCS: "a line '---' ends the file here, and there is more below it: take this line out",
  RESOURCE_EXHAUSTION:
    'lists and fields are nested deeper here than a course needs: take some of them out',
  TAB_AS_INDENT: 'this line begins with a tab: begin it with spaces',
  TAG_RESOLVE_FAILED:
    "a text that begins with '!' needs quotation marks: put the text in quotation marks",
};

const offsetOf = (node: unknown): number | undefined =>
  isNode(node) ? node.range?.[0] : undefined;
