import { END } from '../course/lesson.js';
import type { Problem } from '../course/problem.js';
import { memoize } from '../memoize.js';
import { nearest } from '../text/nearest-word.js';
import { foldedText } from '../text/sanitize.js';
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
  texts: new Map(
    sentences.flatMap(({ items }) => items.map(({ value }) => [value.id, foldedText(value.text)])),
  ),
  passageOf: new Map(
    passages.items.flatMap(({ value }) => value.sentences.map(({ id }) => [id, value.id])),
  ),
});

export const paragraphsOf = ({ file, items, known }: LocatedList<PassageValue>): Ids => ({
  file,
  known,
  ids: items.map(({ value, path }) => ({
    value: String(value.paragraph),
    path: [...path, 'paragraph'],
  })),
});

/**
 * A problem for each repeated id within the lists.
 * @param noun for the message, such as "claim"
 */
export function doubles(noun: string, lists: readonly Ids[]): Problem[] {
  const seen = new Set<string>();
  return lists.flatMap(({ file, ids }) =>
    ids.flatMap(({ value, path }) => {
      if (!seen.has(value)) {
        seen.add(value);
        return [];
      }
      const message = `there is another ${noun} ${quoted(value)}: give each its own`;
      return [problemAt(file, { path, rule: 'duplicate-id', message })];
    }),
  );
}

export const reservedIds = ({ file, ids }: Ids): Problem[] =>
  ids
    .filter(({ value }) => value === END)
    .map(({ path }) =>
      problemAt(file, {
        path,
        rule: 'reserved-id',
        message: `'${END}' is the name of a lesson's end: give this step another id`,
      }),
    );

const valuesOf = memoize(
  (ids: readonly Located<string>[]): ReadonlySet<string> => new Set(ids.map(({ value }) => value)),
);

/**
 * A problem if `to` lacks the id. None if the ids of `to` could not be read.
 * @param noun for the message, such as "claim"
 */
export function reference(
  file: CourseFile,
  noun: string,
  id: string,
  path: Path,
  to: Ids,
): Problem[] {
  const known = valuesOf(to.ids);
  if (!to.known || known.has(id)) return [];
  const suggestion = nearest(id, known);
  const help = suggestion
    ? `did you mean ${quoted(suggestion)}?`
    : `see ${to.file.name} for those there are`;
  const message = `there is no ${noun} ${quoted(id)}: ${help}`;
  return [problemAt(file, { path, rule: 'unknown-reference', message })];
}
