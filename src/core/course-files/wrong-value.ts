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
  const allowed = `write ${known.slice(0, -1).join(', ')} or ${known.at(-1)}`;
  if (typeof input !== 'string') return `${subject(path)} is ${kindOf(input)}: ${allowed}`;
  const suggestion = nearest(input, known);
  return `${subject(path)} cannot be ${quoted(input)}: ${suggestion ? `did you mean '${suggestion}'?` : allowed}`;
}

export function badValue({ message, input }: Issue, path: Path): string {
  if (typeof input !== 'string' || input === '') return `${subject(path)} ${message}`;
  const ids = message.startsWith('must be an id') ? idsIn(input) : [];
  if (ids.length === 0) return `${subject(path)} ${message} (and not ${quoted(input)})`;
  const isListItem = typeof path.at(-1) === 'number';
  if (ids.length > 1 && isListItem)
    return `a comma is missing between the ids in ${quoted(input)}: write '${ids.join(', ')}'`;
  return `an id has only lower-case letters, digits and hyphens, and ${quoted(input)} has something else: ${written(path, ids.join('-'))}`;
}

/** The words of the text, in characters that an id can have. */
function idsIn(text: string): string[] {
  const words = normalized(text.slice(0, 64), 'NFD').toLowerCase().replace(/\p{M}/gu, '');
  return words.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? [];
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
  const help =
    type === 'array' ? noList(input, path) : type === 'string' ? noText(input, path) : '';
  return (
    help || `${subject(path)} must be ${WANTED[type] ?? 'something else'}, not ${kindOf(input)}`
  );
}

const LONGEST_ITEM = 60;

function noList(value: unknown, path: Path): string {
  const isList = `${subject(path)} is a list`;
  if (isRecord(value))
    return `${isList}: begin each item with a dash, '- ${Object.keys(value)[0] ?? 'id'}: …'`;
  const text = String(value);
  if (text.length > LONGEST_ITEM)
    return `${isList}: write each item on a line of its own, after a dash ('- …')`;
  const isPlain = /^[\p{L}\p{N}](?:(?!: | #)[^[\]{}"])*$/u.test(text);
  return `${isList}, and its brackets are missing: ${written(path, `[${isPlain ? text : JSON.stringify(text)}]`)}`;
}

function noText(value: unknown, path: Path): string {
  if (typeof value === 'number' || typeof value === 'boolean')
    return `${subject(path)} is a text, and YAML reads ${value} as ${typeof value === 'number' ? 'a number' : 'yes or no'}: ${written(path, `"${value}"`)}`;
  if (Array.isArray(value)) {
    const [only, ...more] = value;
    const isOne = typeof only === 'string' && more.length === 0;
    return `${subject(path)} takes one value, not a list: ${isOne ? written(path, only.slice(0, LONGEST_ITEM)) : 'take the brackets or dashes out, and write one'}`;
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
