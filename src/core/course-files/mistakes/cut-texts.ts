import type { Problem } from '../../course/problem.js';
import { isRecord } from '../../json-shape.js';
import { memoize } from '../../memoize.js';
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
  if (fault.rule === TODO || !file.cut?.length) return fault;
  const cut = cutByPath(file).get(JSON.stringify(fault.path));
  return cut ? { ...fault, message: messageFor(file, cut) } : fault;
}

/** The keys are paths in JSON. A file can have as many cut texts as faults. */
const cutByPath = memoize(
  (file: CourseFile) => new Map(cutTexts(file).map((cut) => [JSON.stringify(cut.path), cut])),
);

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
const cutTexts = memoize((file: CourseFile): readonly CutText[] => {
  const likely = (file.cut ?? []).filter(({ path, comment }) => {
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
});

function restored({ value }: Pick<CourseFile, 'value'>, cut: readonly CutText[]): unknown {
  const comments = new Map(cut.map(({ path, comment }) => [JSON.stringify(path), comment]));
  return withComments(value, [], comments);
}

/** The value with each comment after the text that it was cut off from. */
function withComments(value: unknown, path: Path, comments: ReadonlyMap<string, string>): unknown {
  const comment = comments.get(JSON.stringify(path));
  if (comment !== undefined) return `${value ?? ''}${comment}`;
  if (Array.isArray(value))
    return value.map((item, i) => withComments(item, [...path, i], comments));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      withComments(field, [...path, name], comments),
    ]),
  );
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (parent, part) =>
      isRecord(parent) || Array.isArray(parent) ? parent[part as never] : undefined,
    value,
  );
}
