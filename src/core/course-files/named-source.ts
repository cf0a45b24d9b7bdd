import { isRecord } from '../json-shape.js';
import { foldedText } from '../text/sanitize.js';
import { type CourseFile, type Fault, quoted } from './course-file.js';
import { valueAt } from './listing.js';

/** The fields that refer to a source. */
const REFERENCES = ['names', 'source'];

/** If a field has the name of a source in the place of its id: says so, instead of what is wrong with the id. */
export function namedSource(sources: CourseFile, file: CourseFile, fault: Fault): Fault {
  const field = String(fault.path.at(-1));
  const name = valueAt(file.value, fault.path);
  if (fault.rule !== 'bad-value' || !REFERENCES.includes(field) || typeof name !== 'string')
    return fault;
  const id = idOfSource(sources, name);
  if (id === undefined) return fault;
  const message = `${quoted(name)} is the name of a source, and '${field}' needs its id: write '${field}: ${id}'`;
  return { ...fault, message };
}

function idOfSource({ value }: CourseFile, name: string): string | undefined {
  const list = valueAt(value, ['sources']);
  const source = (Array.isArray(list) ? list : []).find(
    (one) => isRecord(one) && typeof one.name === 'string' && isSame(one.name, name),
  );
  return typeof source?.id === 'string' && /^[a-z0-9-]+$/.test(source.id) ? source.id : undefined;
}

const isSame = (a: string, b: string): boolean =>
  foldedText(a).toLowerCase() === foldedText(b).toLowerCase();
