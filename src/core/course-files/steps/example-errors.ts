import { EXAMPLE } from '../../course/lesson.js';
import { placesOf } from '../../course/marked-words.js';
import type { Problem } from '../../course/problem.js';
import { isRecord } from '../../json-shape.js';
import { foldedText } from '../../text/sanitize.js';
import { problemAt } from '../course-file.js';
import type { DraftLesson } from '../draft.js';
import type { Ids } from '../ids.js';
import { notThere } from './words-errors.js';

/** Problems of a lesson's example. It is a step, too, so no other step may have its id. */
export function exampleProblems({ file, value }: DraftLesson, steps: Ids): Problem[] {
  if (!Object.hasOwn(value, 'example')) return [];
  const message = `'${EXAMPLE}' is the id of the lesson's example: give this step another id`;
  return [
    ...steps.ids
      .filter(({ value: id }) => id === EXAMPLE)
      .map(({ path }) => problemAt(file, { path, rule: 'reserved-id', message })),
    ...markedWords(value.example).map(({ words, sentence, i }) =>
      problemAt(file, {
        path: ['example', 'words', i],
        rule: 'words',
        message: notThere(foldedText(words), [foldedText(sentence)], 'the sentence of the example'),
      }),
    ),
  ];
}

/** The words of an example that its sentence does not have. The shape of the example may be wrong. */
function markedWords(example: unknown) {
  if (!isRecord(example) || !Array.isArray(example.words)) return [];
  const { sentence } = example;
  if (typeof sentence !== 'string') return [];
  return example.words.flatMap((words: unknown, i) =>
    typeof words !== 'string' || placesOf(foldedText(words), foldedText(sentence)).length > 0
      ? []
      : [{ words, sentence, i }],
  );
}
