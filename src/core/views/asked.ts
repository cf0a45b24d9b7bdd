import type { Check } from '../course/course.js';
import type { CourseMaterial } from '../course/ledger.js';
import { bracketedSentence, sentenceParts } from './in-text.js';

/** What a question asks, where it stands without its lesson. */
export type Asked = {
  readonly stem: string;
  /** The statement of a row of a sort board, or the sentence with its choices in numbered brackets. */
  readonly about?: string;
};

export function askedOf(check: Check, material: CourseMaterial): Asked {
  const { stem, row } = check;
  if (row) return { stem: row.stem, about: row.statement };
  if (check.inText !== 'words') return { stem };
  return { stem, about: bracketedSentence(sentenceParts(check, check.choices, material)) };
}

/** What a row of a sort board puts under a heading. */
export const statementOf = ({ row, stem }: Check): string => row?.statement ?? stem;

/** The text of a choice. A choice in the text also has the number that it has there: "2 she said". */
export function numberedChoice({ choices, inText }: Check, id: string): string {
  const at = choices.findIndex((choice) => choice.id === id);
  const text = choices[at]?.text ?? '';
  return inText && at >= 0 ? `${at + 1} ${text}` : text;
}
