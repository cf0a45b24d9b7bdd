import type { Check, Span } from '../course/course.js';
import type { CourseMaterial } from '../course/ledger.js';

/** What a question asks, where it stands without its lesson. */
export type Asked = {
  readonly stem: string;
  /** The statement of a row of a sort board, or the sentence with its choices in numbered brackets. */
  readonly about?: string;
};

export function askedOf(check: Check, material: CourseMaterial): Asked {
  const { stem, row } = check;
  if (row) return { stem: row.stem, about: row.statement };
  const about = bracketedSentence(check, material);
  return { stem, ...(about !== undefined && { about }) };
}

/** The text of a choice. A choice in the text also has the number that it has there: "2 she said". */
export function chosenText({ choices, inText }: Check, id: string): string {
  const at = choices.findIndex((choice) => choice.id === id);
  const text = choices[at]?.text ?? '';
  return inText && at >= 0 ? `${at + 1} ${text}` : text;
}

/** "The fee, [1 she said], would be [2 small]." Undefined for checks whose choices are no words. */
function bracketedSentence(check: Check, { passages }: CourseMaterial): string | undefined {
  if (check.inText !== 'words') return undefined;
  const spans = check.choices.flatMap(({ span }) => span ?? []);
  const sentence = passages
    .flatMap(({ sentences }) => sentences)
    .find(({ id }) => id === spans[0]?.sentence);
  return sentence && withBrackets(sentence.text, spans);
}

/** The spans are in the order of the text, and no two share a word. */
function withBrackets(text: string, spans: readonly Span[]): string {
  const parts = spans.map(
    ({ from, to }, i) => `${text.slice(spans[i - 1]?.to ?? 0, from)}[${i + 1} ${text.slice(from, to)}]`,
  );
  return parts.join('') + text.slice(spans.at(-1)?.to ?? 0);
}
