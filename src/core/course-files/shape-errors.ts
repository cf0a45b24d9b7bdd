import * as v from 'valibot';
import { BUILT_IN_HEADINGS } from '../course/vocabulary.js';
import { isRecord } from '../json-shape.js';
import { listed } from '../text/english.js';
import { nearest } from '../text/nearest-word.js';
import { type Fault, type Path, quoted } from './course-file.js';
import { inBraces } from './mistakes/braces.js';
import { lineToWrite } from './mistakes/mistake.js';
import { objectsAround, parentOf, strangeObjects } from './mistakes/strange-objects.js';
import { fieldNames } from './schema/field-names.js';
import { checkSchema, readingSchema } from './schema/lesson.js';
import { builtInHeadingSchema, ownHeadingSchema, sortSchema } from './schema/sort.js';
import { badValue, badWord, ID_ALONE, subject, wrongType } from './wrong-value.js';

/** The parts of a schema that are needed to walk through it and a value together. */
export type Shape = {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
};

/**
 * All differences between a value and its schema, including unknown fields.
 * @param alsoMissing fields that are missing, although the schema does not say so
 */
export function shapeFaults(
  schema: v.GenericSchema,
  value: unknown,
  alsoMissing: readonly Fault[] = [],
): Fault[] {
  const others = [...misfits(schema, value, []), ...alsoMissing];
  const missing = new Set(
    others.flatMap(({ path, rule }) => (rule === 'missing-field' ? [JSON.stringify(path)] : [])),
  );
  const placeOf = ({ path, instead = '' }: Fault): string =>
    JSON.stringify([...path.slice(0, -1), instead]);
  const unknown = unknownFields(schema, value, []).map(({ instead, ...fault }): Fault => {
    const mistyped = { ...fault, ...(instead !== undefined && { instead }) };
    return missing.has(placeOf(mistyped)) ? mistyped : fault;
  });
  const mistyped = new Set(unknown.map(placeOf));
  return withoutConsequences([
    ...unknown,
    ...others.filter(({ path }) => !mistyped.has(JSON.stringify(path))),
  ]);
}

/**
 * Something else that is indented like a part of an object gives it several fields that it cannot have: only the first is
 * a fault. An id with a text in it has lost the field of the text.
 */
function withoutConsequences(faults: readonly Fault[]): Fault[] {
  const strange = strangeObjects(faults.filter(isMisplaced));
  const swallowed = faults.filter(({ message }) => message.endsWith(ID_ALONE)).map(parentOf);
  const seen = new Set<string>();
  return faults.flatMap((fault) => {
    const within = objectsAround(fault).find((place) => strange.has(place));
    if (within !== undefined)
      return isMisplaced(fault) && seen.size < seen.add(within).size ? [otherThing(fault)] : [];
    return fault.rule === 'missing-field' && swallowed.includes(parentOf(fault)) ? [] : [fault];
  });
}

function otherThing({ path }: Fault): Fault {
  const name = path.at(-1);
  const message = `${subject(path.slice(0, -1))} cannot have the field '${name}' or the fields after it: if a new item begins here, indent the line like the other items`;
  return { path, rule: 'yaml', message };
}

/** A field that belongs to something else. */
const isMisplaced = ({ rule, path }: Fault): boolean =>
  rule === 'unknown-field' && fieldNames().all.has(String(path.at(-1)));

/** Finds all unknown fields. The schema itself reports only the first one in each object. */
function unknownFields(shape: Shape, value: unknown, path: Path): Fault[] {
  if (shape.wrapped) return unknownFields(shape.wrapped, value, path);
  if (shape.type === 'union') return memberFields(value, path);
  const { entries, item } = shape;
  if (item && Array.isArray(value))
    return value.flatMap((one, i) => unknownFields(item, one, [...path, i]));
  if (!entries || !isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, field], i, all) => {
    const known = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (known) return unknownFields(known, field, [...path, name]);
    if (isRestOfText(all[i]) && isRestOfText(all[i - 1])) return [];
    if (isRestOfText(all[i]) && typeof all[i - 1]?.[1] === 'string')
      return [restFault(all, i, path, entries)];
    return [unknownField(name, field, path, entries)];
  });
}

type FieldEntry = readonly [name: string, value: unknown];

/** In braces, a comma ends a text, and YAML reads the rest as the name of a field without a value. */
const isRestOfText = (entry: FieldEntry | undefined): boolean =>
  entry?.[1] === null && !/^[a-z]\w*(?:$|:\S)/i.test(entry[0]);

/** The rest of a text, or a field that the object needs and that lacks its colon. */
function restFault(
  all: readonly FieldEntry[],
  i: number,
  path: Path,
  entries: Readonly<Record<string, Shape>>,
): Fault {
  const rest = all[i]?.[0] ?? '';
  const [, name = '', value] = /^(\w+) +(.*)$/.exec(rest) ?? [];
  const isNeeded = Object.hasOwn(entries, name) && !entries[name]?.type.includes('optional');
  if (!isNeeded || all.some(([other]) => other === name)) return commaFault(all, i, path);
  const message = `there is no colon after '${name}': write ${lineToWrite(`${name}: ${value}`)}`;
  return { path: [...path, rest], rule: 'yaml', message, instead: name };
}

function commaFault(all: readonly FieldEntry[], i: number, path: Path): Fault {
  const [field = '', text] = all[i - 1] ?? [];
  const end = all.findIndex((entry, at) => at > i && !isRestOfText(entry));
  const rest = all.slice(i, end < 0 ? undefined : end).map(([name]) => name);
  const whole = inBraces([String(text ?? ''), ...rest].join(', '));
  const message = `in braces, a text with ',' needs quotation marks: write ${lineToWrite(`${field}: ${whole}`)}`;
  return { path: [...path, all[i]?.[0] ?? ''], rule: 'yaml', message, restOf: field };
}

function memberFields(value: unknown, path: Path): Fault[] {
  const schema = memberFor(value, path);
  return schema && stepsIn(value).length < 2 ? unknownFields(schema, value, path) : [];
}

function unknownField(
  name: string,
  value: unknown,
  path: Path,
  entries: Readonly<Record<string, Shape>>,
): Fault {
  const names = Object.keys(entries);
  const [, glued, rest] = /^(\w+):(\S.*)$/.exec(name) ?? [];
  if (glued !== undefined && names.includes(glued)) {
    const after = value === null ? '' : ': …';
    const message = `a space is missing after the colon: write ${quoted(`${glued}: ${rest}${after}`)}`;
    return { path: [...path, name], rule: 'yaml', message, instead: glued };
  }
  const meant = nearest(name, names);
  const fault = { path: [...path, name], rule: 'unknown-field' };
  if (meant !== undefined) {
    const message = `there is no field ${quoted(name)} here: did you mean '${meant}'?`;
    return { ...fault, message, instead: meant };
  }
  const message = fieldNames().all.has(name)
    ? `${subject(path)} has no field ${quoted(name)}: compare its indentation with the lines around it, or take it out`
    : `there is no field ${quoted(name)} here: use one of ${names.join(', ')}`;
  return { ...fault, message };
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

/** The fields of a value that make it a step, in the order in which they are written. */
const stepsIn = (value: unknown): string[] =>
  isRecord(value) ? Object.keys(value).filter((name) => Object.hasOwn(STEP_SCHEMAS, name)) : [];

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
  const [first, second] = stepsIn(value);
  if (second !== undefined && !isHeading(path)) return [twoSteps(value, path, second, first)];
  if (schema) return misfits(schema, value, path);
  const message =
    "a step begins with 'reading: <id>', 'check: <id>' or 'sort: <id>', and this step has none of them";
  return [{ path, rule: 'missing-field', message }];
}

function twoSteps(value: unknown, path: Path, second: string, first = ''): Fault {
  const id = (value as Record<string, unknown>)[second];
  const line = `- ${second}: ${typeof id === 'string' ? id : '…'}`;
  const message = `a step is a ${first} or a ${second}, and this one is both: if a new step begins here, write ${quoted(line)}`;
  return { path: [...path, second], rule: 'step-kind', message };
}

function unknownHeading(value: string): string {
  const suggestion = nearest(value, BUILT_IN_HEADINGS) ?? headingOfKind(value);
  const help = suggestion
    ? `did you mean '${suggestion}'?`
    : "write one of your own as '{ id: …, text: … }'";
  return `the headings that come with the program are ${listed(BUILT_IN_HEADINGS)}, and not ${quoted(value)}: ${help}`;
}

/** A heading that begins as the kind of a claim does: threat, threatened. */
const headingOfKind = (kind: string): string | undefined =>
  kind.length < 4
    ? undefined
    : BUILT_IN_HEADINGS.find((heading) => heading.startsWith(kind.toLowerCase().slice(0, 5)));

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
  const fault = { path, rule: 'missing-field' };
  if (Array.isArray(parent)) {
    const message = `${subject(parentPath)} must have fields ('name: …') and no dashes`;
    return { path: parentPath, rule: 'wrong-type', message };
  }
  return {
    ...fault,
    message: `${subject(path)} is missing in ${subject(parentPath)}: write '${path.at(-1)}: …'`,
  };
}
