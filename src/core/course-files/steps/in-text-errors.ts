import { placesOf } from '../../course/marked-words.js';
import type { Problem } from '../../course/problem.js';
import { type CourseFile, type Path, problemAt, quoted } from '../course-file.js';
import { type Ids, reference, type Sentences } from '../ids.js';
import type { Located } from '../listing.js';
import type { CheckValue } from '../schema/lesson.js';

import type { Surroundings } from './surroundings.js';

type ChoiceValue = CheckValue['choices'][number];

const KINDS = ['text', 'sentence', 'words'] as const;

const kindsOf = (choice: ChoiceValue): (typeof KINDS)[number][] =>
  KINDS.filter((kind) => choice[kind] !== undefined);

/** Problems of choices in the text: mixed kinds, sentences that were not read, words that are not in their sentence. */
export function inTextProblems(
  file: CourseFile,
  step: Located<CheckValue>,
  around: Surroundings,
): Problem[] {
  const { value, path } = step;
  const at = (i: number): Path => [...path, 'choices', i];
  const kind = kindsOf(value.choices[0] ?? { id: '', feedback: '' })[0];
  const mixed = value.choices.flatMap((choice, i) => kindProblem(file, choice, at(i), kind));
  if (mixed.length > 0 || kind === 'text') return mixed;
  return [
    ...closedBookProblem(file, step, around),
    ...value.choices.flatMap((choice, i) =>
      choice.sentence === undefined
        ? []
        : sentenceProblem(file, choice.sentence, [...at(i), 'sentence'], around),
    ),
    ...(kind === 'words' ? wordsProblems(file, step, around) : []),
  ];
}

function kindProblem(
  file: CourseFile,
  choice: ChoiceValue,
  path: Path,
  first: (typeof KINDS)[number] | undefined,
): Problem[] {
  const kinds = kindsOf(choice);
  if (kinds.length === 1 && kinds[0] === first) return [];
  const message =
    kinds.length === 0
      ? "a choice needs its text: add 'text: …', or 'sentence: <id>', or 'words: …'"
      : kinds.length > 1
        ? `a choice is a text, a sentence or words, and this is ${kinds.join(' and ')}: keep one of them`
        : `all choices of a check are of one kind: write '${first}: …' here, as in the first choice`;
  return [problemAt(file, { path, rule: 'choice-kind', message })];
}

function closedBookProblem(
  file: CourseFile,
  { path }: Located<CheckValue>,
  { closedBook }: Surroundings,
): Problem[] {
  if (!closedBook) return [];
  const message =
    "in a closed-book lesson the passage is not in sight: write 'text: …' for each choice, or move the check";
  return [problemAt(file, { path, rule: 'closed-book', message })];
}

function sentenceProblem(
  file: CourseFile,
  id: string,
  path: Path,
  { sentences, read }: Surroundings,
): Problem[] {
  const unknown = reference(file, 'sentence', id, path, sentences);
  if (unknown.length > 0 || read?.includes(id)) return unknown;
  const message = read
    ? `the reading before does not show the sentence ${quoted(id)}: write one of ${read.map((one) => `'sentence: ${one}'`).join(', ')}`
    : `no reading before shows the sentence ${quoted(id)}: put '- reading: <id>' before this check`;
  return [problemAt(file, { path, rule: 'unread-sentence', message })];
}

function wordsProblems(
  file: CourseFile,
  { value, path }: Located<CheckValue>,
  { sentences, read }: Surroundings,
): Problem[] {
  const [only, ...more] = value.evidence;
  if (only === undefined || more.length > 0) {
    const message = `words belong to one sentence: write 'evidence: [${only ?? '<id>'}]'`;
    return [problemAt(file, { path: [...path, 'evidence'], rule: 'words', message })];
  }
  if (!read?.includes(only))
    return sentenceProblem(file, only, [...path, 'evidence', 0], {
      sentences,
      read,
    } as Surroundings);
  const text = sentences.texts.get(only) ?? '';
  return [
    ...value.choices.flatMap(({ words = '' }, i) =>
      placeProblem(file, words, text, [...path, 'choices', i, 'words']),
    ),
    ...overlapProblems(file, value, text, path),
  ];
}

/** Words must occur exactly once in their sentence. */
function placeProblem(file: CourseFile, words: string, text: string, path: Path): Problem[] {
  const { length } = placesOf(words, text);
  if (length === 1) return [];
  const message =
    length === 0
      ? `the words ${quoted(words)} are not in the sentence ${quoted(text)}: copy them from it`
      : `the words ${quoted(words)} occur ${length} times in the sentence: ${longerWords(words, text)}`;
  return [problemAt(file, { path, rule: 'words', message })];
}

/** Suggests the words with the word before, which occur once. */
function longerWords(words: string, text: string): string {
  const before = /\S+\s+$/.exec(text.slice(0, placesOf(words, text).at(-1)))?.[0] ?? '';
  return placesOf(before + words, text).length === 1
    ? `write 'words: ${before}${words}'`
    : 'add words before or after them';
}

/** Two choices must not share a word, because both are bracketed in the sentence. */
function overlapProblems(file: CourseFile, { choices }: CheckValue, text: string, path: Path) {
  const spans = choices.map(({ words = '' }) => ({
    from: placesOf(words, text)[0] ?? -1,
    length: words.length,
  }));
  return spans.flatMap(({ from }, i) => {
    const other = spans.findIndex(
      (span, j) =>
        j < i &&
        from >= 0 &&
        from < span.from + span.length &&
        span.from < from + (spans[i]?.length ?? 0),
    );
    if (other < 0) return [];
    const message = `these words overlap with those of ${quoted(choices[other]?.id ?? '')}: shorten one of them`;
    return [problemAt(file, { path: [...path, 'choices', i, 'words'], rule: 'words', message })];
  });
}

/** The deciding words of a check must be in its evidence. */
export function decidingWordsProblems(
  file: CourseFile,
  { value, path }: Located<CheckValue>,
  { texts, known }: Sentences & Ids,
): Problem[] {
  if (!known) return [];
  const evidence = value.evidence.map((id) => texts.get(id) ?? '');
  return (value.words ?? []).flatMap((words, i) => {
    if (evidence.some((text) => placesOf(words, text).length > 0)) return [];
    const message = `the words ${quoted(words)} are not in the evidence: copy them from ${quoted(evidence[0] ?? '')}`;
    return [problemAt(file, { path: [...path, 'words', i], rule: 'words', message })];
  });
}
