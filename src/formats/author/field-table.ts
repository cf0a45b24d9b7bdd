import type { GenericSchema } from 'valibot';
import { type JsonSchema, jsonSchema } from './editor-schemas.js';
import { markdownTable } from './markdown-table.js';

/** A Markdown table of an object's fields in a course file: name, type, meaning and example. */
export function fieldTable(schema: GenericSchema): string {
  const { properties = {}, required = [] } = jsonSchema(schema);
  const rows = Object.entries(properties).map(([name, field]) => [
    `\`${name}\``,
    required.includes(name) ? typeOf(field) : `${typeOf(field)}; optional`,
    meaningOf(field),
    exampleOf(field),
  ]);
  return markdownTable(['field', 'type', 'meaning', 'example'], rows);
}

/** A field with more words than this has its own table of words. */
const FEW_WORDS = 4;

function typeOf(field: JsonSchema): string {
  if (field.const !== undefined) return `\`${field.const}\``;
  if (field.enum) return wordsIn(field.enum);
  if (field.type === 'array') return `list of ${manyOf(field.items ?? {})}`;
  if (field.type === 'object') return field.title ?? 'detail';
  if (field.type === 'string') return field.pattern?.startsWith('^[a-z0-9]') ? 'id' : 'text';
  return field.type === 'boolean' ? '`true` or `false`' : 'whole number';
}

const wordsIn = (words: readonly string[]): string =>
  words.length > FEW_WORDS
    ? 'a word, see below'
    : words
        .map((word) => `\`${word}\``)
        .join(', ')
        .replace(/, (?=[^,]*$)/, ' or ');

const manyOf = (item: JsonSchema): string =>
  item.anyOf
    ? [...new Set(item.anyOf.map(manyOf))].join(', ').replace(/, (?=[^,]*$)/, ' and ')
    : `${item.title ?? typeOf(item)}s`;

/** Explains the words of a field if there are few. */
function meaningOf(field: JsonSchema): string {
  const { description = '', enum: words = [], enumDescriptions = [] } = field;
  if (words.length > FEW_WORDS) return description;
  const meanings = enumDescriptions.map((meaning, i) => `\`${words[i]}\`: ${meaning}`);
  return [description, ...meanings].join(' ');
}

function exampleOf({ examples, enum: words, type }: JsonSchema): string {
  const example = examples?.[0] ?? words?.[0];
  if (example === undefined) return type === 'array' ? 'see below' : '';
  return `\`${flow(example)}\``;
}

/** YAML on one line. Inside brackets, a comma would end a text without quotes. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(within).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${within(field)}`);
  return `{ ${fields.join(', ')} }`;
}

const within = (value: unknown): string =>
  typeof value === 'string' && /[,:#{}[\]]/.test(value) ? JSON.stringify(value) : flow(value);
