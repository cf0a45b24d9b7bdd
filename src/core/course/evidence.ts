import type { Check } from './course.js';
import type { Claim, CourseMaterial, Passage, Sentence } from './ledger.js';

/** A passage with the sentences of it that prove something. */
export type MarkedPassage = {
  readonly passage: Passage;
  readonly sentences: readonly { readonly sentence: Sentence; readonly marked: boolean }[];
  /** The numbers of the marked sentences, from 1. */
  readonly numbers: readonly number[];
};

/** The passages that hold the evidence of a check, in the article's order, with its sentences marked. */
export function markedPassages(check: Check, material: CourseMaterial): MarkedPassage[] {
  return material.passages
    .filter((passage) => passage.sentences.some(({ id }) => check.evidence.includes(id)))
    .map((passage) => mark(passage, check.evidence));
}

function mark(passage: Passage, evidence: readonly string[]): MarkedPassage {
  const sentences = passage.sentences.map((sentence) => ({
    sentence,
    marked: evidence.includes(sentence.id),
  }));
  const numbers = sentences.flatMap(({ marked }, i) => (marked ? [i + 1] : []));
  return { passage, sentences, numbers };
}

/** The numbers of the paragraphs that the evidence stands in, rising. */
export const evidenceParagraphs = (check: Check, material: CourseMaterial): number[] =>
  markedPassages(check, material).map(({ passage }) => passage.paragraph);

/** The number of the paragraph that a claim stands in; 0 when its passage is not in the course. */
export const paragraphOf = (claim: Claim, material: CourseMaterial): number =>
  material.passages.find((passage) => passage.sentences.some(({ id }) => id === claim.sentence))
    ?.paragraph ?? 0;

/** The sentence that a claim stands in; empty when it is not in the course. */
export const sentenceText = ({ sentence }: Claim, { passages }: CourseMaterial): string =>
  passages.flatMap(({ sentences }) => sentences).find(({ id }) => id === sentence)?.text ?? '';
