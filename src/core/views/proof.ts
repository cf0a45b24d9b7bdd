import type { Check } from '../course/course.js';
import { type MarkedPassage, markedPassages } from '../course/evidence.js';
import type { CourseMaterial, Sentence } from '../course/ledger.js';
import { type MarkedText, withMarked } from '../course/marked-words.js';
import { evidencePlace } from '../messages/verdict.js';

/** The sentences of a passage that prove the key. */
export type Proof = {
  /** Complete sentences. The words that decide the answer are marked. */
  readonly sentences: readonly (readonly MarkedText[])[];
  /** "¶3, sentence 1" */
  readonly place: string;
};

export const proofsOf = (check: Check, material: CourseMaterial): Proof[] =>
  markedPassages(check, material).map((passage) => ({
    sentences: evidenceIn(passage).map((sentence) =>
      withMarked(sentence.text, decidingWords(check, sentence)),
    ),
    place: evidencePlace(passage),
  }));

const evidenceIn = ({ sentences }: MarkedPassage): Sentence[] =>
  sentences.filter(({ marked }) => marked).map(({ sentence }) => sentence);

/** The words that the author names. If the key is itself words of the sentence, it decides. */
function decidingWords({ words, inText, choices, key }: Check, { id }: Sentence): string[] {
  if (words) return [...words];
  const choice = choices.find((one) => one.id === key);
  return inText === 'words' && choice?.span?.sentence === id ? [choice.text] : [];
}
