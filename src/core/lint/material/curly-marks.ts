import type { CourseFile, Fault, Path } from '../../course-files/course-file.js';
import { advice } from '../../course-files/mistakes/mistake.js';
import { isTodo } from '../../course-files/todo/todo.js';
import { isRecord } from '../../json-shape.js';

export const CURLY_MARKS = {
  id: 'curly-marks',
  about: 'A text begins and ends with curly quotation marks, as a word processor types them.',
} as const;

/** A text in curly marks, with none of them inside. */
const IN_MARKS = /^\s*(?:“([^“”]+)”|‘([^‘’]+)’)\s*$/;

export const isInCurlyMarks = (text: string): boolean => IN_MARKS.test(text);

/** A fault for each text whose author took curly marks for those of YAML. Learners would see them. */
export const curlyMarks = (file: CourseFile): Fault[] => faultsIn(file, file.value, []);

function faultsIn(file: CourseFile, value: unknown, path: Path): Fault[] {
  if (isTodo(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => faultsIn(file, item, [...path, i]));
  if (isRecord(value))
    return Object.entries(value).flatMap(([name, field]) => faultsIn(file, field, [...path, name]));
  const [, double, single] = typeof value === 'string' ? (IN_MARKS.exec(value) ?? []) : [];
  const text = double ?? single;
  if (text === undefined) return [];
  const field = path.at(-1);
  const head = typeof field === 'string' ? `${field}:` : '';
  const line = { head, indent: file.locate(path).column + 1 };
  const message = `learners see the curly quotation marks around this text: ${advice(line, text)}`;
  return [{ path, rule: CURLY_MARKS.id, message }];
}
