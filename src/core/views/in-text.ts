import type { Choice } from '../course/course.js';
import type { CourseMaterial, Passage } from '../course/ledger.js';

/** A part of a sentence, or a complete one. */
export type TextPart = {
  readonly text: string;
  /** The index of the choice that the part is, from 0. */
  readonly choice?: number;
};

/** The sentence whose words are these choices, divided into its choices and what is between them. */
export function sentenceParts(
  choices: readonly Choice[],
  { passages }: CourseMaterial,
): TextPart[] {
  const sentences = passages.flatMap((passage) => passage.sentences);
  const sentence = choices.find(({ span }) => span)?.span?.sentence;
  const text = sentences.find(({ id }) => id === sentence)?.text ?? '';
  const parts: TextPart[] = [];
  let at = 0;
  choices.forEach(({ span }, choice) => {
    if (!span) return;
    parts.push(
      { text: text.slice(at, span.from) },
      { text: text.slice(span.from, span.to), choice },
    );
    at = span.to;
  });
  return [...parts, { text: text.slice(at) }].filter((part) => part.text !== '');
}

/** The sentences of a passage. Those that can be chosen have the index of their choice. */
export const passageParts = ({ sentences }: Passage, choices: readonly Choice[]): TextPart[] =>
  sentences.map(({ id, text }) => {
    const choice = choices.findIndex(({ span }) => span?.sentence === id);
    return choice < 0 ? { text } : { text, choice };
  });

/** "[1 she said]" */
const bracketed = (text: string, choice: number): string => `[${choice + 1} ${text}]`;

/** The sentence with its choices numbered and in brackets: "The fee, [1 she said], would be [2 small]." */
export const bracketedSentence = (parts: readonly TextPart[]): string =>
  parts.map(({ text, choice }) => (choice === undefined ? text : bracketed(text, choice))).join('');
