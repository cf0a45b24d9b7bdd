import type { Kind } from '../course/ledger.js';
import type { MakePrompt } from './asking.js';

/** Kinds that are told apart, each with its name and what it is. */
const KIND_WORDS: Partial<Readonly<Record<Kind, readonly [name: string, is: string]>>> = {
  demand: ['A demand', 'A demand wants somebody to do something, or to leave it.'],
  refusal: ['A refusal', 'A refusal says no to what somebody wanted.'],
  offer: ['An offer', 'An offer is ready to do something, and leaves the taking to others.'],
  threat: ['A threat', 'A threat tells of what will be done to somebody, perhaps with an “if”.'],
  denial: ['A denial', 'A denial says that something told of is not so.'],
};

/** Kinds that one and the same statement can be. */
const NEAR: readonly (readonly [Kind, Kind])[] = [
  ['demand', 'threat'],
  ['refusal', 'denial'],
];

export const kind: MakePrompt = (claim) => {
  const own = KIND_WORDS[claim.kind];
  if (!own) return undefined;
  const others = Object.entries(KIND_WORDS).filter(
    ([other]) => other !== claim.kind && !isNear(other, claim.kind),
  );
  return {
    stem: 'What is it?',
    skill: 'demand',
    key: own[0],
    distractors: others.map(([, [text, is]]) => ({
      text,
      feedback: `${is} Here it is ${own[0].toLowerCase()}.`,
      misreading: 'wrong-measure',
    })),
  };
};

const isNear = (a: string, b: Kind): boolean =>
  NEAR.some((pair) => pair.some((one) => one === a) && pair.includes(b));
