import type { Example } from '../course/course.js';
import { HABITS } from '../course/habits.js';
import { decidingWords, INVENTED } from '../messages/lesson.js';

/** A part of a sentence, and whether it is one of the deciding words. */
export type Part = { readonly text: string; readonly isMarked: boolean };

/** What the example of a lesson says, in the order of its fields. */
export type ExampleView = {
  readonly invented: string;
  /** The sentence in quotation marks. */
  readonly sentence: readonly Part[];
  /** The deciding words, where they cannot be bold. */
  readonly words: string;
  readonly habit: string;
  readonly says: string;
};

export const exampleView = ({ sentence, words, habit, says }: Example): ExampleView => ({
  invented: INVENTED,
  sentence: partsOf(`“${sentence}”`, words),
  words: decidingWords(words),
  habit: HABITS[habit],
  says,
});

/** The text in parts, in order. Words that the text does not have, or that overlap others, are not marked. */
function partsOf(text: string, words: readonly string[]): Part[] {
  const spans = words
    .map((word) => ({ from: text.indexOf(word), word }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from);
  const parts: Part[] = [];
  let at = 0;
  for (const { from, word } of spans) {
    if (from < at) continue;
    parts.push({ text: text.slice(at, from), isMarked: false }, { text: word, isMarked: true });
    at = from + word.length;
  }
  return [...parts, { text: text.slice(at), isMarked: false }].filter((part) => part.text !== '');
}
