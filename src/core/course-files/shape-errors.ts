import * as v from 'valibot';
import { BUILT_IN_HEADINGS } from '../course/vocabulary.js';
import { isRecord } from '../json-shape.js';
import { listed } from '../text/english.js';
import { nearest } from '../text/nearest-word.js';
import { type Fault, type Path, quoted } from './course-file.js';
import { checkSchema, readingSchema } from './schema/lesson.js';
import { builtInHeadingSchema, ownHeadingSchema, sortSchema } from './schema/sort.js';

/** The parts of a schema that are needed to walk through it and a value together. */
export type Shape = {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
};

/** All differences between a value and its schema, including unknown fields. */
export const shapeFaults = (schema: v.GenericSchema, value: unknown): Fault[] => [
  ...unknownFields(schema, value, []),
  ...misfits(schema, value, []),
];

/** Finds all unknown fields. The schema itself reports only the first one in each object. */
function unknownFields(shape: Shape, value: unknown, path: Path): Fault[] {
  if (shape.wrapped) return unknownFields(shape.wrapped, value, path);
  if (shape.type === 'union') return memberFields(value, path);
  const { entries, item } = shape;
  if (item && Array.isArray(value))
    return value.flatMap((one, i) => unknownFields(item, one, [...path, i]));
  if (!entries || !isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    const known = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (known) return unknownFields(known, field, [...path, name]);
    return [{ path: [...path, name], rule: 'unknown-field', message: unknown(name, entries) }];
  });
}

function memberFields(value: unknown, path: Path): Fault[] {
  const schema = memberFor(value, path);
  return schema ? unknownFields(schema, value, path) : [];
}

function unknown(name: string, entries: Readonly<Record<string, Shape>>): string {
  const suggestion = nearest(name, Object.keys(entries));
  const known = Object.keys(entries).join(', ');
  return `there is no field ${quoted(name)} here: ${suggestion ? `did you mean '${suggestion}'?` : `use one of ${known}`}`;
}

/** The field that decides what a step is. */
const STEP_SCHEMAS = { check: checkSchema, reading: readingSchema, sort: sortSchema } as const;

/** The member of a union schema that the author meant: a kind of heading, or a kind of step. */
export function memberFor(value: unknown, path: Path): v.GenericSchema | undefined {
  if (isHeading(path)) return typeof value === 'string' ? builtInHeadingSchema : ownHeadingSchema;
  if (!isRecord(value)) return undefined;
  const field = Object.keys(STEP_SCHEMAS).find((name) => Object.hasOwn(value, name));
  return field === undefined ? undefined : STEP_SCHEMAS[field as keyof typeof STEP_SCHEMAS];
}

/** The course files have two unions: the steps of a lesson, and the headings of a board. */
const isHeading = (path: Path): boolean => path.at(-2) === 'headings';

function misfits(schema: v.GenericSchema, value: unknown, path: Path): Fault[] {
  const { issues = [] } = v.safeParse(schema, value);
  const faults = issues.flatMap((issue) => {
    const issuePath = [...path, ...(issue.path ?? []).map(({ key }) => key as string | number)];
    return issue.type === 'union'
      ? memberMisfits(issue.input, issuePath)
      : faultsOf(issue, issuePath);
  });
  const paths = new Set<string>();
  return faults.filter((fault) => paths.size < paths.add(JSON.stringify(fault.path)).size);
}

/** A union schema only reports that no member fits. Validates with the member that the author meant instead. */
function memberMisfits(value: unknown, path: Path): Fault[] {
  if (isHeading(path) && typeof value === 'string')
    return [{ path, rule: 'bad-value', message: unknownHeading(value) }];
  const schema = memberFor(value, path);
  if (schema) return misfits(schema, value, path);
  const message =
    "a step begins with 'reading: <id>', 'check: <id>' or 'sort: <id>', and this has none of them";
  return [{ path, rule: 'missing-field', message }];
}

function unknownHeading(value: string): string {
  const suggestion = nearest(value, BUILT_IN_HEADINGS);
  const help = suggestion
    ? `did you mean '${suggestion}'?`
    : "write one of your own as '{ id: …, text: … }'";
  return `the headings of the program are ${listed(BUILT_IN_HEADINGS)}, and not ${quoted(value)}: ${help}`;
}

function faultsOf(issue: v.BaseIssue<unknown>, path: Path): Fault[] {
  if (issue.expected === 'never') return []; // `unknownFields` reports it
  if (issue.kind === 'validation')
    return [{ path, rule: 'bad-value', message: badValue(issue, path) }];
  if (issue.expected?.startsWith('"') && issue.type === 'strict_object')
    return [missingField(issue, path)];
  if (issue.type === 'picklist')
    return [{ path, rule: 'bad-value', message: badWord(issue, path) }];
  return [{ path, rule: 'wrong-type', message: wrongType(issue, path) }];
}

/** The schema treats a list as an object without fields, so this looks for a list first. */
function missingField(issue: v.BaseIssue<unknown>, path: Path): Fault {
  const parent = issue.path?.at(-1)?.input;
  const parentPath = path.slice(0, -1);
  if (!Array.isArray(parent))
    return { path, rule: 'missing-field', message: `${subject(path)} is missing here: add it` };
  const message = `${subject(parentPath)} must be fields, not a list`;
  return { path: parentPath, rule: 'wrong-type', message };
}

function badValue({ message, input }: v.BaseIssue<unknown>, path: Path): string {
  const value = typeof input === 'string' && input !== '' ? ` (and not ${quoted(input)})` : '';
  return `${subject(path)} ${message}${value}`;
}

function badWord({ input, expected }: v.BaseIssue<unknown>, path: Path): string {
  const known = (expected ?? '').replace(/[()"]/g, '').split(' | ');
  const allowed = `${subject(path)} can be ${known.join(', ')}`;
  if (typeof input !== 'string') return `${allowed}; it is ${kindOf(input)}`;
  const suggestion = nearest(input, known);
  return `${allowed}; it is ${quoted(input)}${suggestion ? `: did you mean '${suggestion}'?` : ''}`;
}

const WANTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  strict_object: 'fields',
};

function wrongType({ type, input }: v.BaseIssue<unknown>, path: Path): string {
  if (input === null || input === undefined)
    return `${subject(path)} is empty: write something in it, or take it out`;
  const wanted = WANTED[type] ?? 'something else';
  const inQuotes = type === 'string' && (typeof input === 'number' || typeof input === 'boolean');
  return `${subject(path)} must be ${wanted}, not ${kindOf(input)}${inQuotes ? ': put it in quotes' : ''}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'empty';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  if (typeof value === 'object') return 'fields';
  return `${value}`;
}

function subject(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? 'this item' : `'${last}'`;
}
