import type { Problem } from '../course/problem.js';
import { END } from '../progress/fold.js';
import { nearest } from '../text/nearest-word.js';
import { foldedText } from '../text/sanitize.js';
import { type CourseFile, type Path, problemAt, quoted } from './course-file.js';
import type { Draft, DraftLesson } from './draft.js';
import type { Listing, Placed } from './listing.js';
import type { CheckValue, ClaimValue, PassageValue, ReadingValue } from './schema/files.js';

/** What no schema can say: each id once, each reference to something, each condition in its sentence. */
export function referenceProblems(lists: Draft): Problem[] {
  const steps = lists.lessons.map((lesson) => lesson.steps);
  const sentences = sentencesOf(lists);
  return [
    ...doubles('source', [lists.sources]),
    ...doubles('claim', [lists.claims]),
    ...doubles('passage', [lists.passages]),
    ...doubles('paragraph', [paragraphsOf(lists.passages)]),
    ...doubles('sentence', [sentences]),
    ...doubles('step', steps),
    ...steps.flatMap(reservedIds),
    ...lists.claims.items.flatMap((claim) => claimProblems(claim, lists, sentences)),
    ...steps.flatMap((list) =>
      list.items.flatMap((step) => stepProblems(list.file, step, lists, sentences)),
    ),
  ];
}

type Ids = Pick<Listing<unknown>, 'file' | 'ids' | 'known'>;

type Sentences = Ids & { readonly texts: ReadonlyMap<string, string> };

const sentencesOf = ({ passages, sentences }: Draft): Sentences => ({
  file: passages.file,
  known: passages.known && sentences.every(({ known }) => known),
  ids: sentences.flatMap(({ ids }) => ids),
  texts: new Map(sentences.flatMap(({ items }) => items.map(({ at }) => [at.id, at.text]))),
});

const paragraphsOf = ({ file, items, known }: Listing<PassageValue>): Ids => ({
  file,
  known,
  ids: items.map(({ at, path }) => ({ at: String(at.paragraph), path: [...path, 'paragraph'] })),
});

/** Ids that stand more than once, in one list or in several of the same kind. */
function doubles(what: string, lists: readonly Ids[]): Problem[] {
  const seen = new Set<string>();
  return lists.flatMap(({ file, ids }) =>
    ids.flatMap(({ at, path }) => {
      if (!seen.has(at)) {
        seen.add(at);
        return [];
      }
      const message = `there is another ${what} ${quoted(at)}: give each its own`;
      return [problemAt(file, { path, rule: 'duplicate-id', message })];
    }),
  );
}

const reservedIds = ({ file, ids }: Ids): Problem[] =>
  ids
    .filter(({ at }) => at === END)
    .map(({ path }) =>
      problemAt(file, {
        path,
        rule: 'reserved-id',
        message: `'${END}' is the name of a lesson's end: give this step another id`,
      }),
    );

/** A problem where the id is not among the known ones; nothing can be said where those could not be read. */
function reference(file: CourseFile, what: string, id: string, path: Path, to: Ids): Problem[] {
  if (!to.known || to.ids.some(({ at }) => at === id)) return [];
  const meant = nearest(
    id,
    to.ids.map(({ at }) => at),
  );
  const help = meant ? `is ${quoted(meant)} meant?` : `see ${to.file.name} for those there are`;
  const message = `there is no ${what} ${quoted(id)}: ${help}`;
  return [problemAt(file, { path, rule: 'unknown-reference', message })];
}

function claimProblems(
  { at, path }: Placed<ClaimValue>,
  { claims: { file }, sources }: Draft,
  sentences: Sentences,
): Problem[] {
  const text = sentences.texts.get(at.sentence);
  return [
    ...reference(file, 'source', at.source, [...path, 'source'], sources),
    ...reference(file, 'sentence', at.sentence, [...path, 'sentence'], sentences),
    ...(['condition', 'hedge'] as const).flatMap((field) =>
      wordsProblem(file, field, at[field], text, [...path, field]),
    ),
    ...exerciseProblem(file, at, path),
    ...saidProblem(file, at, path, sources),
    ...sideProblem(file, at, path, sources),
    ...(['channel', 'when'] as const).flatMap((field) =>
      detailProblem(file, field, at[field], [...path, field]),
    ),
  ];
}

/** The words that must not be lost have to stand in the sentence, whatever its capitals and line breaks. */
function wordsProblem(
  file: CourseFile,
  field: string,
  words: string | undefined,
  text: string | undefined,
  path: Path,
): Problem[] {
  if (words === undefined || text === undefined) return [];
  if (foldedText(text).toLowerCase().includes(foldedText(words).toLowerCase())) return [];
  const message = `the ${field} ${quoted(words)} does not stand in the claim's sentence: use words of the sentence`;
  return [problemAt(file, { path, rule: 'lost-words', message })];
}

/** `said` is shown when it is asked who said it: the source's name, with or without an article, gives that away. */
function saidProblem(
  file: CourseFile,
  { said, source }: ClaimValue,
  path: Path,
  { items }: Draft['sources'],
): Problem[] {
  const name = items.find(({ at }) => at.id === source)?.at.name;
  if (said === undefined || name === undefined) return [];
  const bare = foldedText(name)
    .toLowerCase()
    .replace(/^(an?|the) /, '');
  if (!foldedText(said).toLowerCase().includes(bare)) return [];
  const message = `'said' names ${quoted(name)}, who is asked for: say it without the source`;
  return [problemAt(file, { path: [...path, 'said'], rule: 'said-names-source', message })];
}

/** A side that no source has is another row on the map, and most likely mistyped. */
function sideProblem(
  file: CourseFile,
  { side }: ClaimValue,
  path: Path,
  { items, known }: Draft['sources'],
): Problem[] {
  const sides = [...new Set(items.map(({ at }) => at.side))];
  if (side === undefined || !known || sides.includes(side)) return [];
  const message = `no source is on the side ${quoted(side)}: write one of ${sides.map(quoted).join(', ')}`;
  return [problemAt(file, { path: [...path, 'side'], rule: 'unknown-side', message })];
}

function exerciseProblem(file: CourseFile, { exercise, why }: ClaimValue, path: Path): Problem[] {
  if ((exercise === undefined) === (why === undefined)) return [];
  const message =
    why === undefined
      ? "'exercise: no' needs a 'why': say in a few words why no check asks about this claim"
      : "'why' tells why a claim is not exercised, and this one is: take it out, or add 'exercise: no'";
  return [
    problemAt(file, {
      path: [...path, exercise ? 'exercise' : 'why'],
      rule: 'exercise-why',
      message,
    }),
  ];
}

function detailProblem(
  file: CourseFile,
  field: string,
  { value, basis }: ClaimValue['when'],
  path: Path,
): Problem[] {
  if ((value === undefined) === (basis === 'not-stated')) return [];
  const message =
    value === undefined
      ? `'${field}' is ${basis} and needs a value: write it, or make the basis not-stated`
      : `'${field}' is not stated and yet has a value: take it out, or change the basis`;
  return [problemAt(file, { path, rule: 'detail-value', message })];
}

function stepProblems(
  file: CourseFile,
  { at, path }: Placed<CheckValue | ReadingValue>,
  lists: Draft,
  sentences: Ids,
): Problem[] {
  if ('reading' in at)
    return at.passages.flatMap((id, i) =>
      reference(file, 'passage', id, [...path, 'passages', i], lists.passages),
    );
  return [
    ...at.claims.flatMap((id, i) =>
      reference(file, 'claim', id, [...path, 'claims', i], lists.claims),
    ),
    ...at.evidence.flatMap((id, i) =>
      reference(file, 'sentence', id, [...path, 'evidence', i], sentences),
    ),
    ...choiceProblems(file, at, path, lists.sources),
  ];
}

function choiceProblems(file: CourseFile, check: CheckValue, path: Path, sources: Ids): Problem[] {
  const ids = check.choices.map(({ id }, i) => ({ at: id, path: [...path, 'choices', i, 'id'] }));
  const choices = { file, ids, known: true };
  return [
    ...doubles('choice', [choices]),
    ...reference(file, 'choice', check.key, [...path, 'key'], choices),
    ...check.choices.flatMap((choice, i) => [
      ...misreadingProblem(file, choice, check.key, [...path, 'choices', i]),
      ...openProblem(file, choice, check.key, [...path, 'choices', i]),
      ...(choice.names === undefined
        ? []
        : reference(file, 'source', choice.names, [...path, 'choices', i, 'names'], sources)),
    ]),
  ];
}

function misreadingProblem(
  file: CourseFile,
  { id, misreading }: CheckValue['choices'][number],
  key: string,
  path: Path,
): Problem[] {
  if ((misreading === undefined) === (id === key)) return [];
  const message =
    id === key
      ? 'the right choice stands for no misreading: take it out'
      : "a wrong choice needs a 'misreading': the error of one who picks it";
  return [problemAt(file, { path, rule: 'misreading', message })];
}

/** To choose "the article does not say" where it does say is the misreading `overlooked`, and no other choice is. */
function openProblem(
  file: CourseFile,
  { id, open = false, misreading }: CheckValue['choices'][number],
  key: string,
  path: Path,
): Problem[] {
  if (id === key || open === (misreading === 'overlooked')) return [];
  const message = open
    ? "a wrong choice with 'open: true' stands for the misreading overlooked: name that one"
    : "only a choice which says that the article does not tell is overlooked: add 'open: true', or name another misreading";
  return [problemAt(file, { path, rule: 'misreading', message })];
}

/** The lesson files that the course names and the folder holds, each once, each with the id of its name. */
export function lessonListProblems(
  course: CourseFile,
  listed: Listing<string>,
  lessons: readonly DraftLesson[],
): Problem[] {
  const present = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  return [
    ...doubles('lesson', [listed]),
    ...listed.ids
      .filter(({ at }) => !present.has(at))
      .map(({ at, path }) =>
        problemAt(course, {
          path,
          rule: 'missing-file',
          message: `there is no file ${quoted(`${at}.yaml`)} for this lesson: write it, or take the lesson out`,
        }),
      ),
    ...lessons.flatMap((lesson) => lessonFileProblems(lesson, listed)),
  ];
}

function lessonFileProblems({ id, file, value }: DraftLesson, listed: Listing<string>): Problem[] {
  const isListed = !listed.known || listed.ids.some(({ at }) => at === id);
  const unlisted = `no one reads this file: name ${quoted(id)} among the lessons of course.yaml, or delete it`;
  const misnamed = `the lesson's id is not ${quoted(id)}, as its file is called: make them the same`;
  return [
    ...(isListed ? [] : [problemAt(file, { path: [], rule: 'unlisted-file', message: unlisted })]),
    ...(typeof value.id === 'string' && value.id !== id
      ? [problemAt(file, { path: ['id'], rule: 'lesson-id', message: misnamed })]
      : []),
  ];
}
