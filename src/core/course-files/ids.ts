import { END } from '../course/lesson.js';
import type { Problem } from '../course/problem.js';
import { memoize } from '../memoize.js';
import { listed } from '../text/english.js';
import { nearest } from '../text/nearest-word.js';
import { foldedText, plainText } from '../text/sanitize.js';
import { type CourseFile, type Path, problemAt, quoted } from './course-file.js';
import type { CourseDraft } from './draft.js';
import type { Located, LocatedList } from './listing.js';
import type { PassageValue } from './schema/passages.js';

export type Ids = Pick<LocatedList<unknown>, 'file' | 'ids' | 'known'>;

export type Sentences = Ids & {
  /** As the program shows them, see `foldedText`. */
  readonly texts: ReadonlyMap<string, string>;
  /** The id of the passage of each sentence. */
  readonly passageOf: ReadonlyMap<string, string>;
};

export const sentencesOf = ({ passages, sentences }: CourseDraft): Sentences => ({
  file: passages.file,
  known: passages.known && sentences.every(({ known }) => known),
  ids: sentences.flatMap(({ ids }) => ids),
  texts: textsById(sentences),
  passageOf: new Map(
    passages.items.flatMap(({ value }) => value.sentences.map(({ id }) => [id, value.id])),
  ),
});

/** Without the sentences whose id another one has too: which text is meant is not known. */
function textsById(sentences: CourseDraft['sentences']): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const twice = new Set<string>();
  for (const { value } of sentences.flatMap(({ items }) => items)) {
    if (texts.has(value.id)) twice.add(value.id);
    texts.set(value.id, foldedText(value.text));
  }
  for (const id of twice) texts.delete(id);
  return texts;
}

export const paragraphsOf = ({ file, items, known }: LocatedList<PassageValue>): Ids => ({
  file,
  known,
  ids: items.map(({ value, path }) => ({
    value: String(value.paragraph),
    path: [...path, 'paragraph'],
  })),
});

/**
 * A problem for each repeated id within the lists, with the place of the first.
 * @param noun for the message, such as "claim"
 */
export function doubles(noun: string, lists: readonly Ids[]): Problem[] {
  const seen = new Map<string, () => string>();
  return lists.flatMap(({ file, ids }) =>
    ids.flatMap(({ value, path }) => {
      const place = () => `${plainText(file.name)}:${file.locate(path).line}`;
      const first = seen.get(value);
      if (first === undefined) {
        seen.set(value, place);
        return [];
      }
      const places = [...new Set([first(), place()])].join(' and ');
      const message = doubleMessage(noun, value, places);
      return [problemAt(file, { path, rule: 'duplicate-id', message })];
    }),
  );
}

function doubleMessage(noun: string, id: string, places: string): string {
  if (noun === 'lesson')
    return `the lesson ${quoted(id)} is listed twice, in ${places}: take one of the two out`;
  return noun === 'paragraph'
    ? `two passages are paragraph ${quoted(id)}, in ${places}: give one of the two another number`
    : `two ${noun}s have the id ${quoted(id)}, in ${places}: give one of the two another id`;
}

export const reservedIds = ({ file, ids }: Ids): Problem[] =>
  ids
    .filter(({ value }) => value === END)
    .map(({ path }) =>
      problemAt(file, {
        path,
        rule: 'reserved-id',
        message: `the program uses '${END}' for the end of a lesson: give this step another id`,
      }),
    );

type KnownIds = { readonly ids: ReadonlySet<string>; readonly hasDoubles: boolean };

const knownIds = memoize((located: readonly Located<string>[]): KnownIds => {
  const ids = new Set(located.map(({ value }) => value));
  return { ids, hasDoubles: ids.size < located.length };
});

/**
 * A problem if `to` lacks the id. None if the ids of `to` could not be read, or if one of them is there twice: then one
 * is missing, and its fault is known.
 * @param noun for the message, such as "claim"
 */
export function reference(
  file: CourseFile,
  noun: string,
  id: string,
  path: Path,
  to: Ids,
): Problem[] {
  const { ids, hasDoubles } = knownIds(to.ids);
  if (!to.known || hasDoubles || ids.has(id)) return [];
  const message = `there is no ${noun} ${quoted(id)}: ${helpFor(id, ids, to)}`;
  return [problemAt(file, { path, rule: 'unknown-reference', message })];
}

/** With more ids than that, a message names the file that has them. */
const MOST_NAMED = 6;

function helpFor(id: string, known: ReadonlySet<string>, { file }: Ids): string {
  const suggestion = nearest(id, known);
  if (suggestion) return `did you mean ${quoted(suggestion)}?`;
  if (known.size === 0 || known.size > MOST_NAMED)
    return `write one of those in ${plainText(file.name)}`;
  return `write ${[...known]
    .map(quoted)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ')}`;
}

/** References to one missing id from one file are one problem: the first names the lines of the others. */
export function together(problems: readonly Problem[]): Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.file, problem.rule, problem.message]);
    const own = problem.rule === 'unknown-reference' ? key : `${key}${groups.size}`;
    groups.set(own, [...(groups.get(own) ?? []), problem]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const lines = [...new Set(others.map(({ line }) => line))];
    const where = `${lines.length === 1 ? 'line' : 'lines'} ${listed(lines)}`;
    return [
      others.length === 0 ? first : { ...first, message: `${first.message} (also in ${where})` },
    ];
  });
}
