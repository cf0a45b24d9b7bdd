import type { Check } from './course.js';
import {
  type Claim,
  type CourseMaterial,
  type Passage,
  type Sentence,
  sourceOf,
} from './ledger.js';

/** A passage with the evidence of a check marked. */
export type MarkedPassage = {
  readonly passage: Passage;
  readonly sentences: readonly { readonly sentence: Sentence; readonly marked: boolean }[];
  /** The positions of the marked sentences in the passage, from 1. */
  readonly numbers: readonly number[];
};

/** The passages with evidence for a check, in the article's order. Their evidence is marked. */
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

/** The numbers of the paragraphs with evidence for a check, in the article's order. */
export const evidenceParagraphs = (check: Check, material: CourseMaterial): number[] =>
  markedPassages(check, material).map(({ passage }) => passage.paragraph);

/** The number of the paragraph that makes a claim; 0 if the course has no such passage. */
export const paragraphOf = (claim: Claim, material: CourseMaterial): number =>
  material.passages.find((passage) => passage.sentences.some(({ id }) => id === claim.sentence))
    ?.paragraph ?? 0;

/** The text of the sentence that makes a claim; empty if the course has no such sentence. */
export const sentenceText = ({ sentence }: Claim, { passages }: CourseMaterial): string =>
  passages.flatMap(({ sentences }) => sentences).find(({ id }) => id === sentence)?.text ?? '';

/**
 * The ids of the sentences that prove who makes a claim, one or two: its own, which may have only "she", and the first of
 * its passage that has something from or about the same source, and so the name or the role.
 */
export function claimEvidence({ source, sentence }: Claim, material: CourseMaterial): string[] {
  if (sourceOf(source, material)?.type === 'narration') return [sentence];
  const passage = material.passages.find(({ sentences }) =>
    sentences.some(({ id }) => id === sentence),
  );
  const first = passage?.sentences.find(({ id }) =>
    material.claims.some((one) => one.sentence === id && [one.source, one.actor].includes(source)),
  );
  return [...new Set([first?.id ?? sentence, sentence])];
}
