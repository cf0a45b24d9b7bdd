import { type Claim, type CourseMaterial, sourceOf } from '../course/ledger.js';
import { capital } from '../text/english.js';
import { isNamedIn } from './ask-who.js';
import type { Distractor, MakePrompt } from './asking.js';

export const channel: MakePrompt = (claim, material) => {
  const value = statedChannel(claim, material);
  if (value === undefined || isNamedIn(value, claim)) return undefined;
  const distractors: Distractor[] = [];
  for (const one of material.claims) {
    const text = statedChannel(one, material);
    const taken = [value, ...distractors.map((other) => other.text)];
    if (text === undefined || taken.some((other) => shareWord(other, text))) continue;
    distractors.push(channelDistractor(text, one));
  }
  return { stem: 'Where was it said?', skill: 'sourcing', key: capital(value), distractors };
};

/** Of what somebody says; what the story tells in its own voice is told nowhere else. */
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

/** "At the meeting" and "at the end of the meeting" are not told apart. */
function shareWord(a: string, b: string): boolean {
  const words = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}|bbc|\bx\b/gu) ?? [];
  return a.toLowerCase() === b.toLowerCase() || words(a).some((word) => words(b).includes(word));
}
