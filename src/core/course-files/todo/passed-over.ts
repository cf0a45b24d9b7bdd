import type { Problem } from '../../course/problem.js';
import { isRecord } from '../../json-shape.js';
import { type CourseFile, type Path, problemAt, quoted } from '../course-file.js';
import { isFixed } from '../draft.js';
import { valueAt } from '../listing.js';
import { type FaultyPlace, sparePart } from './leave-out.js';
import { isTodo, NOT_SHOWN } from './todo.js';

/** A place, and the message about it. */
export type FaultReason = FaultyPlace & { readonly message: string };

/** What an author calls the items of each file, and the steps of a lesson by their field. */
const ITEMS: Readonly<Record<string, string>> = {
  'sources.yaml': 'source',
  'ledger.yaml': 'claim',
  'passages.yaml': 'passage',
};
const STEPS: Readonly<Record<string, string>> = {
  check: 'check',
  sort: 'board',
  reading: 'reading',
};

/** Remembers which parts of a course are left out and why, and which steps learners then miss. */
export type PassedOver = {
  readonly add: (reason: FaultReason) => void;
  /** A warning for each step and lesson that is not shown, at its place in the files as their author wrote them. */
  readonly problems: (files: readonly CourseFile[]) => Problem[];
};

export function passedOver(): PassedOver {
  /** By what refers to a part: `claim 'refuses'`. */
  const reasons = new Map<string, string>();
  const steps = new Map<string, SkippedStep & { readonly why: string }>();
  const add = ({ file, path, message }: FaultReason): void => {
    const part = sparePart(file, path);
    const why = whyLeftOut({ file, path, message }, part, reasons);
    for (const name of namesOf(file, part)) if (!reasons.has(name)) reasons.set(name, why);
    const step = stepAt(file, part);
    const key = step && `${file.name} ${step.name}`;
    if (step && key && !steps.has(key)) steps.set(key, { ...step, why });
  };
  const problems = (files: readonly CourseFile[]): Problem[] =>
    [...steps.values()].flatMap(({ file, name, why, ...step }) => {
      const own = files.find((one) => one.name === file.name) ?? file;
      const message = `the ${name} is not shown: ${why}`;
      const fault = { path: pathOf(step, own), rule: NOT_SHOWN, message };
      return [{ ...problemAt(own, fault), severity: 'warning' as const }];
    });
  return { add, problems };
}

/** If a part refers to another one that is left out, both have one reason. */
function whyLeftOut(
  { file, path, message }: FaultReason,
  part: Path,
  reasons: ReadonlyMap<string, string>,
): string {
  const [, missing = ''] = /^there is no (\w+ '[^']*')/.exec(message) ?? [];
  const known = reasons.get(missing);
  if (known !== undefined) return known;
  if (!isTodo(valueAt(file.value, path))) return message.replace(/: .*$/s, '');
  const [item] = namesOf(file, part);
  const field = path.findLast((one) => typeof one === 'string');
  return `${quoted(String(field))}${item === undefined ? '' : ` of the ${item}`} is still to do`;
}

/** What other parts call an item of the material, and with a passage its sentences. */
function namesOf(file: CourseFile, part: Path): string[] {
  const noun = ITEMS[file.name];
  const item = valueAt(file.value, part);
  if (noun === undefined || !isRecord(item)) return [];
  const sentences = Array.isArray(item.sentences) ? item.sentences : [];
  return [
    `${noun} ${quoted(String(item.id))}`,
    ...sentences.map((sentence) => `sentence ${quoted(String(sentence?.id))}`),
  ];
}

type SkippedStep = {
  readonly file: CourseFile;
  /** As in "the board 'who-says-which'". */
  readonly name: string;
  /** The field that makes it a step, and its id; neither for a complete lesson. */
  readonly field?: string;
  readonly id?: unknown;
};

function stepAt(file: CourseFile, part: Path): SkippedStep | undefined {
  if (isFixed(file)) return undefined;
  if (part.length === 0 || part.join() === 'steps')
    return { file, name: `lesson ${quoted(file.name.replace(/\.yaml$/, ''))}` };
  const value = valueAt(file.value, part);
  if (part[0] !== 'steps' || part.length > 2 || !isRecord(value)) return undefined;
  const field = Object.keys(STEPS).find((name) => Object.hasOwn(value, name));
  if (field === undefined) return undefined;
  const id = value[field];
  return { file, name: `${STEPS[field]} ${quoted(String(id))}`, field, id };
}

/** Where the step is, although steps before it may have been left out. */
function pathOf({ field, id }: Pick<SkippedStep, 'field' | 'id'>, file: CourseFile): Path {
  const steps = valueAt(file.value, ['steps']);
  if (field === undefined || !Array.isArray(steps)) return [];
  const index = steps.findIndex((step) => isRecord(step) && step[field] === id);
  return index < 0 ? ['steps'] : ['steps', index, field];
}
