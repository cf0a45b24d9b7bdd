import { isRecord } from '../../json-shape.js';
import { foldedText } from '../../text/sanitize.js';
import type { CourseFile, Fault, Path } from '../course-file.js';

/** The rule of a value that is still to do. */
export const TODO = 'todo';

/** The rule of a step that a preview passes over. `check` does not have it. */
export const NOT_SHOWN = 'not-shown';

/** How such a value begins: with the word, then a colon, a space or nothing. A note of the author can follow. */
const BEGINS = /^TODO(?:[:\s]+|$)/;

/** What the author noted, or an empty text. Undefined if the value is not to do. */
function noteIn(value: unknown): string | undefined {
  if (typeof value === 'string') {
    const text = value.trimStart().startsWith('TODO') ? foldedText(value) : '';
    return BEGINS.test(text) ? text.replace(BEGINS, '') : undefined;
  }
  // YAML reads the item '- TODO: write it' as a field.
  if (!isRecord(value) || !Object.hasOwn(value, 'TODO')) return undefined;
  if (Object.keys(value).length > 1) return undefined;
  return typeof value.TODO === 'string' ? foldedText(value.TODO) : '';
}

export const isTodo = (value: unknown): boolean => noteIn(value) !== undefined;

/** How many values of the files are still to do. */
export const todoCount = (files: readonly CourseFile[]): number =>
  files.reduce((sum, { value }) => sum + todoFaults(value, []).length, 0);

/** The file with each value to do as a text, even if YAML read it as a field. */
export const withPlainTodos = (file: CourseFile): CourseFile =>
  'value' in file ? { ...file, value: plainTodos(file.value) } : file;

function plainTodos(value: unknown): unknown {
  const note = noteIn(value);
  if (note !== undefined) return note === '' ? 'TODO' : `TODO: ${note}`;
  if (Array.isArray(value)) return value.map(plainTodos);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, plainTodos(field)]),
  );
}

const LONGEST_NOTE = 200;

/** A fault for each value within the value that is still to do. */
function todoFaults(value: unknown, path: Path): Fault[] {
  const note = noteIn(value);
  if (note !== undefined) return [{ path, rule: TODO, message: todoText(note, path) }];
  if (Array.isArray(value)) return value.flatMap((item, i) => todoFaults(item, [...path, i]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, field]) => todoFaults(field, [...path, name]));
}

function todoText(note: string, path: Path): string {
  const characters = [...note];
  const short =
    characters.length > LONGEST_NOTE ? `${characters.slice(0, LONGEST_NOTE).join('')}…` : note;
  const last = path.at(-1);
  const part = typeof last === 'string' ? `'${last}'` : last === undefined ? 'the file' : 'this';
  return `still to do: ${short || `write ${part}`}`;
}

/**
 * The faults of a file as its author sees them: a value that is still to do is one fault, whatever else is wrong with it.
 * A learner's program knows no such values, so that what plays today still plays.
 * @param faults all faults in the shape of the value
 */
export function authorFaults(faults: readonly Fault[], value: unknown): readonly Fault[] {
  const todos = todoFaults(value, []);
  if (todos.length === 0) return faults;
  const unfinished = new Set(todos.map(({ path }) => JSON.stringify(path)));
  const lists = new Set(todos.map(({ path }) => JSON.stringify(listOf(path))));
  const isWithin = (path: Path): boolean =>
    path.some((_, i) => unfinished.has(JSON.stringify(path.slice(0, i + 1)))) ||
    unfinished.has('[]');
  const others = faults.filter(({ path }) => !isWithin(path) && !lists.has(JSON.stringify(path)));
  return [...others, ...todos];
}

/** The list that has the value as an item: how long it will be is not known yet. */
const listOf = (path: Path): Path | undefined =>
  typeof path.at(-1) === 'number' ? path.slice(0, -1) : undefined;
