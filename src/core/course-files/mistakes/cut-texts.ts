import type { Problem } from '../../course/problem.js';
import { isRecord } from '../../json-shape.js';
import { foldedText } from '../../text/sanitize.js';
import {
  type CourseFile,
  type CutText,
  type Fault,
  type Path,
  problemAt,
  quoted,
} from '../course-file.js';
import { schemaOf } from '../draft.js';
import { shapeFaults } from '../shape-errors.js';
import { isTodo, TODO } from '../todo/todo.js';
import { advice } from './mistake.js';

/** An error for each text that a `#` cuts off. It does not stop a course from opening, and no waiver hides it. */
export const cutTextProblems = (files: readonly CourseFile[]): Problem[] =>
  files.flatMap((file) => cutTexts(file).flatMap((cut) => cutProblem(file, cut)));

/** If nothing is left of a text: why it is empty, instead of that it is. */
export function emptiedFault(file: CourseFile, fault: Fault): Fault {
  if (fault.rule === TODO) return fault;
  const key = JSON.stringify(fault.path);
  const cut = file.cut?.find(({ path }) => JSON.stringify(path) === key);
  return cut && cutTexts(file).includes(cut) ? { ...fault, message: messageFor(file, cut) } : fault;
}

/** The value of a file with the texts as they were written, for rules that would find the cut texts odd. */
export const wholeTexts = (file: CourseFile): unknown => restored(file, cutTexts(file));

function cutProblem(file: CourseFile, cut: CutText): Problem[] {
  const value = valueAt(file.value, cut.path);
  if (value === null || isTodo(value)) return []; // an error already
  const fault = { path: cut.path, rule: 'cut-text', message: messageFor(file, cut) };
  return [{ ...problemAt(file, fault), ...cut.place }];
}

function messageFor(file: CourseFile, { path, comment }: CutText): string {
  const field = path.at(-1);
  const head = typeof field === 'string' ? `${field}:` : '';
  const indent = file.locate(path).column + 1;
  const text = foldedText(`${valueAt(file.value, path) ?? ''}${comment}`);
  return `${quoted(comment)} is lost, because '#' after a space begins a comment: ${advice({ head, indent }, text)}; if it is a note, put it on a line of its own`;
}

/**
 * The comments that look like the end of a text: their field could hold them, and nobody would write a note like this. A
 * note has a space after its `#`, and has two spaces before it or only one word.
 */
function cutTexts({ cut = [], ...file }: CourseFile): readonly CutText[] {
  const likely = cut.filter(({ path, comment }) => {
    const value = valueAt(file.value, path);
    const isNote =
      /^(?:\s{2,}|\t)# /.test(comment) || (/# /.test(comment) && !/\s/.test(`${value}`));
    return !isNote && (value === null || typeof value === 'string');
  });
  if (likely.length === 0) return [];
  const whole = restored(file, likely);
  const refused = new Set(
    shapeFaults(schemaOf(file), whole).map(({ path }) => JSON.stringify(path)),
  );
  return likely.filter(({ path }) => !refused.has(JSON.stringify(path)));
}

const restored = (
  { value: cutValue }: Pick<CourseFile, 'value'>,
  cut: readonly CutText[],
): unknown =>
  cut.reduce<unknown>(
    (value, { path, comment }) => changedAt(value, path, (text) => `${text ?? ''}${comment}`),
    cutValue,
  );

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (parent, part) =>
      isRecord(parent) || Array.isArray(parent) ? parent[part as never] : undefined,
    value,
  );
}

/** The value with another part at the path. */
function changedAt(value: unknown, path: Path, change: (part: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item, i) => (i === first ? changedAt(item, rest, change) : item));
  if (!isRecord(value)) return value;
  return { ...value, [first]: changedAt(value[first], rest, change) };
}
