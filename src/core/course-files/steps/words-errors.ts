import { placesOf } from '../../course/marked-words.js';
import type { Problem } from '../../course/problem.js';
import { listed } from '../../text/english.js';
import { foldedText } from '../../text/sanitize.js';
import { otherSpelling } from '../../text/spelling.js';
import { type CourseFile, type Path, problemAt, quoted } from '../course-file.js';
import type { Located } from '../listing.js';
import type { CheckValue } from '../schema/lesson.js';
import type { StepSurroundings } from './surroundings.js';
import { sentenceProblem } from './unread-sentence.js';

/** Problems of choices that are words of one sentence. */
export function wordsProblems(
  file: CourseFile,
  { value, path }: Located<CheckValue>,
  around: StepSurroundings,
): Problem[] {
  const [only, ...more] = value.evidence;
  if (only === undefined) return []; // why nothing proves the check is reported already
  if (more.length > 0) {
    const message = `all words to choose from must be in one sentence: write 'evidence: [${only}]'`;
    return [problemAt(file, { path: [...path, 'evidence'], rule: 'words', message })];
  }
  const text = around.sentences.texts.get(only);
  if (text === undefined) return []; // the references of the evidence are reported already
  const choices = value.choices.map(({ id, words = '' }, i) => ({
    id,
    words: foldedText(words),
    path: [...path, 'choices', i, 'words'],
  }));
  return [
    ...sentenceProblem(file, only, [...path, 'evidence', 0], around),
    ...choices.flatMap((choice) => placeProblem(file, choice, text)),
    ...choices.flatMap((choice, i) => overlapProblem(file, choice, choices.slice(0, i), text)),
  ];
}

type WordsChoice = { readonly id: string; readonly words: string; readonly path: Path };

/** Words must occur exactly once in their sentence. */
function placeProblem(file: CourseFile, { words, path }: WordsChoice, text: string): Problem[] {
  const places = placesOf(words, text);
  if (places.length === 1) return [];
  const message =
    places.length === 0
      ? notThere(words, [text], 'the sentence')
      : `the words ${quoted(words)} occur ${timesText(places.length)} in their sentence: ${longerWords(words, text, places)}`;
  return [problemAt(file, { path, rule: 'words', message })];
}

/** @param where what the texts are, such as "the sentence" */
export function notThere(words: string, texts: readonly string[], where: string): string {
  for (const text of texts) {
    const other = otherSpelling(words, text);
    if (other)
      return `in the words ${quoted(words)}, ${other.difference} differs from ${where}: write ${quoted(other.words)}`;
  }
  return `the words ${quoted(words)} are not in ${where}: copy them from ${quoted(texts[0] ?? '')}`;
}

const timesText = (count: number): string => (count === 2 ? 'twice' : `${count} times`);

/** Suggests the words with the word before or after them, for each place where this occurs once. */
function longerWords(words: string, text: string, places: readonly number[]): string {
  const longer = places.flatMap((at) => {
    const before = /\S+\s+$/.exec(text.slice(0, at))?.[0] ?? '';
    const after = /^\s+\S*[\p{L}\p{N}]/u.exec(text.slice(at + words.length))?.[0] ?? '';
    const found = [before + words, words + after].find((one) => placesOf(one, text).length === 1);
    return found === undefined ? [] : [`'words: ${found}'`];
  });
  return longer.length === 0
    ? 'add words before or after them'
    : `write ${listed(longer).replace(/ and (?='words: [^']*'$)/, ' or ')}`;
}

/** Two choices must not share a word, because each has its own brackets in the sentence. */
function overlapProblem(
  file: CourseFile,
  { words, path }: WordsChoice,
  earlier: readonly WordsChoice[],
  text: string,
): Problem[] {
  const [from, ...again] = placesOf(words, text);
  if (from === undefined || again.length > 0) return [];
  const other = earlier.find((one) => {
    const [start, ...more] = placesOf(one.words, text);
    if (start === undefined || more.length > 0) return false;
    return from < start + one.words.length && start < from + words.length;
  });
  if (!other) return [];
  const message = `the words ${quoted(words)} overlap with ${quoted(other.words)} of the choice ${quoted(other.id)}: leave out the words that both have`;
  return [problemAt(file, { path, rule: 'overlap', message })];
}
