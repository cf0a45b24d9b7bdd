import type { Problem } from '../course/problem.js';
import { nearest } from '../text/nearest-word.js';
import { foldedText } from '../text/sanitize.js';
import { otherSpelling } from '../text/spelling.js';
import { type CourseFile, type Path, problemAt, quoted } from './course-file.js';
import type { CourseDraft } from './draft.js';
import { reference, type Sentences } from './ids.js';
import type { Located } from './listing.js';
import type { ClaimValue } from './schema/ledger.js';

export function claimProblems(
  { value, path }: Located<ClaimValue>,
  { claims: { file }, sources }: CourseDraft,
  sentences: Sentences,
): Problem[] {
  const text = sentences.texts.get(value.sentence);
  return [
    ...reference(file, 'source', value.source, [...path, 'source'], sources),
    ...reference(file, 'sentence', value.sentence, [...path, 'sentence'], sentences),
    ...(['condition', 'hedge'] as const).flatMap((field) =>
      wordsProblem(file, field, value[field], text, [...path, field]),
    ),
    ...exerciseProblem(file, value, path),
    ...saidProblem(file, value, path, sources),
    ...sideProblem(file, value, path, sources),
    ...(['channel', 'when'] as const).flatMap((field) =>
      detailProblem(file, field, value[field], [...path, field]),
    ),
  ];
}

/** A condition or hedge must quote the claim's sentence; case and line breaks do not matter. */
function wordsProblem(
  file: CourseFile,
  field: string,
  words: string | undefined,
  text: string | undefined,
  path: Path,
): Problem[] {
  if (words === undefined || text === undefined) return [];
  const looked = foldedText(words);
  if (text.toLowerCase().includes(looked.toLowerCase())) return [];
  const other = otherSpelling(looked, text);
  const message = other
    ? `in the ${field} ${quoted(words)}, ${other.difference} differs from the sentence: write '${field}: ${other.words}'`
    : `the ${field} ${quoted(words)} is not in the sentence of the claim: copy it from ${quoted(text)}`;
  return [problemAt(file, { path, rule: 'lost-words', message })];
}

/** `said` appears above the question who said it, so it must not contain the source's name. */
function saidProblem(
  file: CourseFile,
  { said, source }: ClaimValue,
  path: Path,
  { items }: CourseDraft['sources'],
): Problem[] {
  const name = items.find(({ value }) => value.id === source)?.value.name;
  if (said === undefined || name === undefined) return [];
  const withoutArticle = foldedText(name)
    .toLowerCase()
    .replace(/^(an?|the) /, '');
  if (!foldedText(said).toLowerCase().includes(withoutArticle)) return [];
  const message = `'said' names ${quoted(name)}, and "Who said it?" asks for this name: write the sentence without the name`;
  return [problemAt(file, { path: [...path, 'said'], rule: 'said-names-source', message })];
}

/**
 * A side that no source has is probably a typo, and would be an extra group on the map. The side of a source with faults
 * is not known.
 */
function sideProblem(
  file: CourseFile,
  { side }: ClaimValue,
  path: Path,
  { items, known, length }: CourseDraft['sources'],
): Problem[] {
  const sides = [...new Set(items.map(({ value }) => value.side))];
  if (side === undefined || !known || items.length < length || sides.includes(side)) return [];
  const suggestion = nearest(side, sides);
  const message = `no source has the side ${quoted(side)}: ${suggestion ? `did you mean ${quoted(suggestion)}?` : `write one of ${sides.map(quoted).join(', ')}`}`;
  return [problemAt(file, { path: [...path, 'side'], rule: 'unknown-side', message })];
}

function exerciseProblem(file: CourseFile, { exercise, why }: ClaimValue, path: Path): Problem[] {
  if ((exercise === undefined) === (why === undefined)) return [];
  const message =
    why === undefined
      ? "'why' is missing next to 'exercise: no': write 'why: …' with the reason why no check asks about this claim"
      : "'why' says why no check asks about a claim, and it needs a line 'exercise: no': add this line, or take 'why' out";
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
      ? `'${field}' has the basis ${basis} and no value: write '{ value: …, basis: ${basis} }' or '{ basis: not-stated }'`
      : `'${field}' has the basis not-stated and a value: write '{ basis: not-stated }', or change the basis`;
  return [problemAt(file, { path, rule: 'detail-value', message })];
}
