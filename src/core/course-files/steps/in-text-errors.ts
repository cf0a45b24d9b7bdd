import { placesOf } from '../../course/marked-words.js';
import type { Problem } from '../../course/problem.js';
import { foldedText } from '../../text/sanitize.js';
import { type CourseFile, type Path, problemAt, quoted } from '../course-file.js';
import type { Located } from '../listing.js';
import type { CheckValue } from '../schema/lesson.js';

import type { StepSurroundings } from './surroundings.js';
import { sentenceProblem } from './unread-sentence.js';
import { notThere, wordsProblems } from './words-errors.js';

type ChoiceValue = CheckValue['choices'][number];

const KINDS = ['text', 'sentence', 'words'] as const;

type ChoiceKind = (typeof KINDS)[number];

const kindsOf = (choice: ChoiceValue): ChoiceKind[] =>
  KINDS.filter((kind) => choice[kind] !== undefined);

/** Problems of choices in the text: mixed kinds, sentences that were not read, words that are not in their sentence. */
export function inTextProblems(
  file: CourseFile,
  step: Located<CheckValue>,
  around: StepSurroundings,
): Problem[] {
  const { value, path } = step;
  const at = (i: number): Path => [...path, 'choices', i];
  const first = value.choices.flatMap(kindsOf)[0];
  const mixed = value.choices.flatMap((choice, i) => kindProblem(file, choice, at(i), first));
  if (mixed.length > 0 || first === 'text') return mixed;
  return [
    ...closedBookProblem(file, step, around),
    ...(first === 'words'
      ? wordsProblems(file, step, around)
      : value.choices.flatMap(({ sentence = '' }, i) => [
          ...sentenceProblem(file, sentence, [...at(i), 'sentence'], around),
          ...sameSentence(file, value.choices, i, at(i)),
        ])),
  ];
}

function kindProblem(
  file: CourseFile,
  choice: ChoiceValue,
  path: Path,
  first: ChoiceKind | undefined,
): Problem[] {
  const [kind, second] = kindsOf(choice);
  if (kind === undefined) {
    const message =
      choice.open && first === 'text'
        ? "'text' is missing here: write 'text: …' (the program writes the text of 'open: true' only in English courses of format 2)"
        : "'text' is missing here: write 'text: …', or for a choice in the text 'sentence: <id>' or 'words: …'";
    return [problemAt(file, { path, rule: 'missing-field', message })];
  }
  if (second !== undefined) {
    const message = `a choice has either '${kind}' or '${second}': take one of them out`;
    return [problemAt(file, { path: [...path, second], rule: 'choice-kind', message })];
  }
  if (kind === first) return [];
  const message = `all choices of a check must be of one kind, and the first has '${first}': write '${first}: …' here`;
  return [problemAt(file, { path: [...path, kind], rule: 'choice-kind', message })];
}

function closedBookProblem(
  file: CourseFile,
  { path }: Located<CheckValue>,
  { closedBook }: StepSurroundings,
): Problem[] {
  if (!closedBook) return [];
  const message =
    "a closed-book lesson does not show the passage: write 'text: …' for each choice, or move this check to another lesson";
  return [problemAt(file, { path, rule: 'closed-book', message })];
}

function sameSentence(
  file: CourseFile,
  choices: readonly ChoiceValue[],
  i: number,
  path: Path,
): Problem[] {
  const other = choices.slice(0, i).find(({ sentence }) => sentence === choices[i]?.sentence);
  if (!other) return [];
  const message = `the choice ${quoted(other.id)} has the same sentence: give each choice its own`;
  return [problemAt(file, { path: [...path, 'sentence'], rule: 'overlap', message })];
}

/** The deciding words of a check must be in its evidence. */
export function decidingWordsProblems(
  file: CourseFile,
  { value, path }: Located<CheckValue>,
  { sentences: { texts, known } }: StepSurroundings,
): Problem[] {
  const evidence = value.evidence.flatMap((id) => texts.get(id) ?? []);
  // What is wrong with the evidence itself is reported there.
  if (!known || evidence.length === 0 || evidence.length < value.evidence.length) return [];
  return (value.words ?? []).flatMap((words, i) => {
    if (evidence.some((text) => placesOf(foldedText(words), text).length > 0)) return [];
    const message = notThere(foldedText(words), evidence, 'the evidence');
    return [problemAt(file, { path: [...path, 'words', i], rule: 'words', message })];
  });
}
