import { type Claim, type CourseMaterial, sourceOf } from '../course/ledger.js';
import { capital } from '../text/english.js';
import { isNamedIn } from './ask-who.js';
import type { Distractor, MakePrompt } from './asking.js';

export const channel: MakePrompt = (claim, material) => {
  const value = statedChannel(claim, material);
  if (value === undefined || isNamedIn(value, claim)) return undefined;
  const distractors: Distractor[] = [];
  for (const other of material.claims) {
    const text = statedChannel(other, material);
    const used = [value, ...distractors.map((distractor) => distractor.text)];
    if (text === undefined || used.some((usedText) => shareWord(usedText, text))) continue;
    distractors.push(channelDistractor(text, other));
  }
  return {
    stem: 'Where did the source say this?',
    skill: 'sourcing',
    key: capital(value),
    distractors,
  };
};

/** The stated channel of a claim by a source. The article's own voice has no channel. */
function statedChannel(claim: Claim, material: CourseMaterial): string | undefined {
  const { basis, value } = claim.channel;
  const isSaid = sourceOf(claim.source, material)?.type !== 'narration' && !claim.presupposed;
  return isSaid && claim.said !== undefined && basis === 'stated' ? value : undefined;
}

const channelDistractor = (text: string, { content }: Claim): Distractor => ({
  text: capital(text),
  feedback: `Something else was said there: ${content}`,
  misreading: 'wrong-channel',
});

/** Treats channels with a common word as the same: "at the meeting" and "at the end of the meeting". */
function shareWord(a: string, b: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}|bbc|\bx\b/gu) ?? [];
  return a.toLowerCase() === b.toLowerCase() || words(a).some((word) => words(b).includes(word));
}
