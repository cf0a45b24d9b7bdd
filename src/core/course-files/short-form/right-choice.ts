import { DOES_NOT_SAY } from '../../review/from-memory.js';
import { isEnglish } from '../../text/english.js';
import type { WrittenCheck } from '../schema/lesson.js';

type WrittenChoice = WrittenCheck['choices'][number];

/**
 * The choices that could be the key: those without a misreading. An open choice is among them only if every other choice
 * has a misreading, because it can also be a wrong choice.
 */
export function possibleKeys(choices: readonly WrittenChoice[]): readonly WrittenChoice[] {
  const unmarked = choices.filter(({ misreading }) => misreading === undefined);
  const told = unmarked.filter(({ open }) => !open);
  return told.length > 0 ? told : unmarked;
}

/** The key that the author wrote, or the only possible one; empty if there is none, or more than one. */
export function keyOf({ key, choices }: WrittenCheck): string {
  if (key !== undefined) return key;
  const [only, ...more] = possibleKeys(choices);
  return only && more.length === 0 ? only.id : '';
}

/**
 * The choices with what follows for those that are open: a wrong one is overlooked, and in English it needs no text, unless
 * the other choices are in the passage.
 */
export function withOpenChoices(
  choices: readonly WrittenChoice[],
  key: string,
  language: string,
): WrittenChoice[] {
  const areTexts = choices.every(({ sentence, words }) => (sentence ?? words) === undefined);
  const hasText = areTexts && isEnglish(language);
  return choices.map((choice) =>
    choice.open
      ? {
          ...(hasText && { text: DOES_NOT_SAY }),
          ...(key !== '' && key !== choice.id && { misreading: 'overlooked' as const }),
          ...choice,
        }
      : choice,
  );
}
