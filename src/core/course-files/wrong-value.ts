import type * as v from 'valibot';
import { isRecord } from '../json-shape.js';
import { counted } from '../text/english.js';
import { nearest } from '../text/nearest-word.js';
import { normalized } from '../text/sanitize.js';
import { type Path, quoted } from './course-file.js';

type Issue = v.BaseIssue<unknown>;

/** The names of single items, by the field of their list. */
const ITEMS: Readonly<Record<string, string>> = {
  steps: 'step',
  choices: 'choice',
  rows: 'row',
  headings: 'heading',
  sources: 'source',
  claims: 'claim',
  passages: 'passage',
  sentences: 'sentence',
  allow: 'waiver',
};

/** What the path leads to: `this choice`, `'stem'`, `the file`. */
export function subject(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'this file';
  if (typeof last === 'string') return `'${last}'`;
  return `this ${ITEMS[String(path.at(-2))] ?? 'item'}`;
}

/** A field with its value, or an item, as an author writes it. */
const written = (path: Path, value: string): string => {
  const last = path.at(-1);
  return `write '${typeof last === 'string' ? `${last}: ` : ''}${value}'`;
};

export function badWord({ input, expected }: Issue, path: Path): string {
  const known = (expected ?? '').replace(/[()"]/g, '').split(' | ');
  const allowed = `write ${known.join(', ').replace(/, (?=[^,]*$)/, ' or ')}`;
  if (typeof input !== 'string') return `${subject(path)} is ${kindOf(input)}: ${allowed}`;
  if (known.includes(input))
    return `${subject(path)} takes a number: ${written(path, input)}, without quotation marks`;
  const suggestion = nearest(input, known);
  return `${subject(path)} cannot be ${quoted(input)}: ${suggestion ? `did you mean '${suggestion}'?` : allowed}`;
}

export function badValue({ message, input }: Issue, path: Path): string {
  if (typeof input !== 'string' || input === '') return `${subject(path)} ${message}`;
  if (!message.startsWith('must be an id'))
    return `${subject(path)} ${message} (and not ${quoted(input)})`;
  const parts = input.trim().split(SEPARATOR);
  if (parts.length > 1 && typeof path.at(-1) === 'number' && parts.every((part) => ID.test(part)))
    return `a comma is missing between the ids in ${quoted(input)}: write '${parts.join(', ')}'`;
  const id = idFrom(input);
  const isNew = ['id', 'check', 'reading', 'sort'].includes(String(path.at(-1)));
  const help =
    id !== '' && (isNew || !input.includes(' '))
      ? written(path, id)
      : isNew
        ? ID_ALONE
        : 'write an id';
  return `an id has only lower-case letters, digits and hyphens, and ${quoted(input)} has something else: ${help}`;
}

/** The end of the message about an id with more in it. */
export const ID_ALONE = 'write the id alone';

const SEPARATOR = /[\s,;]+/;

const ID = /^[a-z0-9][a-z0-9-]*$/;

/** The text in characters that an id can have; empty if it is too long for one. */
function idFrom(text: string): string {
  if (text.length > 40) return '';
  const letters = normalized(text, 'NFD')
    .toLowerCase()
    .replace(/\p{M}|\.ya?ml$/gu, '');
  return (letters.match(/[a-z0-9]+/g) ?? []).join('-');
}

const WANTED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  strict_object: "fields ('name: …')",
};

export function wrongType(issue: Issue, path: Path): string {
  const { type, input } = issue;
  if (input === null || input === undefined)
    return path.length === 0
      ? 'this file is empty: write the course in it, or delete it'
      : `${subject(path)} is empty: write something after it, or take it out`;
  const help = HELP[type]?.(input, path) ?? '';
  return (
    help || `${subject(path)} must be ${WANTED[type] ?? 'something else'}, not ${kindOf(input)}`
  );
}

/** For a wrong type, by the type that is wanted: what to write. Empty if that is not clear. */
const HELP: Readonly<Record<string, (value: unknown, path: Path) => string>> = {
  array: noList,
  string: noText,
  number: (value, path) => {
    const digits = /\d+/.exec(String(value))?.[0];
    return digits === undefined
      ? `${subject(path)} must be a number: write the number in digits`
      : `${subject(path)} must be only a number, not ${quoted(String(value))}: ${written(path, digits)}`;
  },
  boolean: (value, path) =>
    `${subject(path)} is true or false: ${/^(?:no|off|false)$/i.test(String(value)) ? written(path, 'false') : written(path, 'true')}, without quotation marks`,
  strict_object: (value, path) =>
    typeof value === 'string' && ['when', 'channel'].includes(String(path.at(-1)))
      ? `${subject(path)} needs a value and how you know it: ${written(path, `{ value: ${value.slice(0, LONGEST_ITEM)}, basis: stated }`)}`
      : '',
};

const LONGEST_ITEM = 60;

function noList(value: unknown, path: Path): string {
  const isList = `${subject(path)} must be a list`;
  const name = path.at(-1);
  if (isRecord(value)) {
    const [first = 'id', ...others] = Object.keys(value);
    return Object.values(value).every((part) => part === null)
      ? `${isList}, and a list has square brackets: ${written(path, `[${[first, ...others].join(', ')}]`)}`
      : `${isList}: begin each item with a dash, '- ${first}: …'`;
  }
  const text = String(value).replace(/^[(<]|[)>]$/g, '');
  if (name === 'allow') return `${isList}: ${written(path, `[{ rule: ${text}, why: … }]`)}`;
  if (text.length > LONGEST_ITEM)
    return `${isList}: write each item on a line of its own, after a dash ('- …')`;
  const isPlain = /^[\p{L}\p{N}](?:(?!: | #)[^[\]{}"])*$/u.test(text);
  const items = name === 'words' || name === 'about' ? [text] : text.trim().split(SEPARATOR);
  const inside = isPlain ? items.join(', ') : JSON.stringify(text);
  return `${isList}, and its brackets are missing: ${written(path, `[${inside}]`)}`;
}

function noText(value: unknown, path: Path): string {
  if (typeof value === 'number' || typeof value === 'boolean')
    return `${subject(path)} is a text, and YAML reads ${value} as ${typeof value === 'number' ? 'a number' : 'yes or no'}: ${written(path, `"${value}"`)}`;
  if (Array.isArray(value)) {
    const [only, ...more] = value;
    const isOne = typeof only === 'string' && more.length === 0;
    return `${subject(path)} takes one value, not a list: ${isOne ? written(path, only.slice(0, LONGEST_ITEM)) : 'take the brackets or dashes out, and write one value'}`;
  }
  if (!isRecord(value)) return '';
  const [[name, text] = ['', undefined], ...others] = Object.entries(value);
  if (others.length > 0 || (typeof text !== 'string' && text !== null)) return '';
  const [sign, whole] =
    text === null ? ['a brace', `{${name}}`] : ['a colon and a space', `${name}: ${text}`];
  return `a text with ${sign} needs quotation marks: ${written(path, `"${whole.slice(0, LONGEST_ITEM)}"`)}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return value.length < 2 ? 'a list' : `a list of ${value.length}`;
  if (value === null) return 'empty';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  if (typeof value === 'object') return counted(Object.keys(value).length, 'field');
  return `${value}`;
}
