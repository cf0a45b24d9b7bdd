import type { Kind } from '../course/ledger.js';
import type { MakePrompt } from './asking.js';

/** Kinds that the drill asks about, each with its name and its meaning. */
const KIND_WORDS: Partial<Readonly<Record<Kind, readonly [name: string, meaning: string]>>> = {
  demand: ['A demand', 'A demand asks somebody to do something, or not to do it.'],
  refusal: ['A refusal', 'A refusal says no to what somebody wanted.'],
  offer: ['An offer', 'An offer says what somebody is ready to do, if others accept.'],
  threat: ['A threat', 'A threat says what will be done to somebody, perhaps with an "if".'],
  denial: ['A denial', 'A denial says that something is not true.'],
};

/** Pairs of kinds that can both fit one statement. */
const NEAR: readonly (readonly [Kind, Kind])[] = [
  ['demand', 'threat'],
  ['refusal', 'denial'],
];

export const kind: MakePrompt = (claim) => {
  const words = KIND_WORDS[claim.kind];
  if (!words) return undefined;
  const [name] = words;
  const others = Object.entries(KIND_WORDS).filter(
    ([other]) => other !== claim.kind && !isNear(other, claim.kind),
  );
  return {
    stem: 'What kind of statement is this?',
    skill: 'demand',
    key: name,
    distractors: others.map(([, [text, meaning]]) => ({
      text,
      feedback: `${meaning} This statement is ${name.toLowerCase()}.`,
      misreading: 'wrong-measure',
    })),
  };
};

const isNear = (a: string, b: Kind): boolean =>
  NEAR.some((pair) => pair.some((near) => near === a) && pair.includes(b));
