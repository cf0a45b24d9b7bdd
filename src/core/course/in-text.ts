import type { Check, Choice } from './course.js';
import type { CourseMaterial, Sentence } from './ledger.js';

/** A part of a sentence. `number` is the number of the choice that has these words, from 1. */
export type SentencePart = { readonly text: string; readonly number?: number };

/** The sentence of a check whose choices are words in it, in parts. Undefined for other checks. */
export function choiceSentence(
  check: Check,
  { passages }: CourseMaterial,
): readonly SentencePart[] | undefined {
  if (check.inText !== 'words') return undefined;
  const id = check.choices[0]?.span?.sentence;
  const sentence = passages.flatMap(({ sentences }) => sentences).find((one) => one.id === id);
  return sentence && partsOf(sentence, check.choices);
}

/** Choices in the text are in the order of the text, and no two share a word. */
function partsOf({ text }: Sentence, choices: readonly Choice[]): SentencePart[] {
  let end = 0;
  const parts = choices.flatMap(({ span }, i): SentencePart[] => {
    if (!span) return [];
    const before = text.slice(end, span.from);
    end = span.to;
    return [{ text: before }, { text: text.slice(span.from, span.to), number: i + 1 }];
  });
  return [...parts, { text: text.slice(end) }].filter((part) => part.text !== '');
}

/** "The fee, [1 she said], would be [2 small]." Undefined for checks whose choices are no words. */
export const bracketedSentence = (check: Check, material: CourseMaterial): string | undefined =>
  choiceSentence(check, material)
    ?.map(({ text, number }) => (number === undefined ? text : `[${number} ${text}]`))
    .join('');
