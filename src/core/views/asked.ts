import type { Check } from '../course/course.js';
import type { CourseMaterial } from '../course/ledger.js';
import { stemForOne } from '../messages/lesson.js';
import { bracketedSentence, sentenceParts } from './in-text.js';

/** What a question asks, where it stands without its lesson. */
export type Asked = {
  readonly stem: string;
  /** The statement of a row of a sort board, or the sentence with its choices in numbered brackets. */
  readonly about?: string;
};

export function askedOf(check: Check, material: CourseMaterial): Asked {
  const stem = stemOf(check);
  if (check.row) return { stem, about: check.row.statement };
  if (check.inText !== 'words') return { stem };
  return { stem, about: bracketedSentence(sentenceParts(check.choices, material)) };
}

/** The question without the statement, if it is a row of a sort board that is asked alone. */
export const stemOf = ({ stem, row }: Check): string => (row ? stemForOne(row.stem) : stem);

/** What a row of a sort board puts under a heading. */
export const statementOf = ({ row, stem }: Check): string => row?.statement ?? stem;

/** The text of a choice. A choice in the text also has the number that it has there: "2 she said". */
export function numberedChoice({ choices, inText }: Check, id: string): string {
  const at = choices.findIndex((choice) => choice.id === id);
  const text = choices[at]?.text ?? '';
  return inText && at >= 0 ? `${at + 1} ${text}` : text;
}
