import { paragraphOf } from '../course/evidence.js';
import {
  actorName,
  areConfusable,
  type Claim,
  type CourseMaterial,
  claimGroup,
  type Kind,
  type Source,
  sourceOf,
} from '../course/ledger.js';
import { uncapital } from '../text/english.js';
import type { Distractor, MakePrompt } from './asking.js';

export const teller: MakePrompt = (claim, material) => {
  const source = sourceOf(claim.source, material);
  if (!source) return undefined;
  const others = material.sources.filter(
    (other) =>
      !areConfusable(other, source) &&
      !isActor(other, claim, material) &&
      !isNamedIn(other.name, claim),
  );
  return {
    stem: 'Which source says this in the story?',
    skill: 'attribution',
    key: source.name,
    distractors: others.flatMap((other) => sourceDistractor(other, claim, material)),
  };
};

/** Whether the source is the actor or could be confused with the actor. Such a source is not a clearly wrong answer. */
function isActor(source: Source, { actor }: Claim, material: CourseMaterial): boolean {
  const actorSource = actor === undefined ? undefined : sourceOf(actor, material);
  return source.name === actor || (actorSource !== undefined && areConfusable(source, actorSource));
}

export const isNamedIn = (name: string, { said = '' }: Claim): boolean =>
  said.toLowerCase().includes(name.toLowerCase());

/**
 * The source as a distractor, with another claim by it as feedback. Somebody who has come up need not have said anything
 * so far. Empty if the other claims of the source are no good as feedback.
 */
function sourceDistractor(source: Source, claim: Claim, material: CourseMaterial): Distractor[] {
  if (!material.claims.some((other) => other.source === source.id))
    return [silent(source, claim, material)];
  const other = otherClaimOf(source, claim, material);
  if (!other) return [];
  const isNarration = source.type === 'narration';
  return [
    {
      text: source.name,
      feedback: `${isNarration ? 'In its own voice, the story says something else:' : `The story reports something else from ${within(source)}:`} ${other.content}`,
      misreading: isNarration ? 'claim-as-fact' : 'wrong-source',
    },
  ];
}

/** A source that says nothing in the material may still act there: then its act is the feedback. */
function silent(source: Source, claim: Claim, material: CourseMaterial): Distractor {
  const act = material.claims.find(
    (other) => other.actor === source.id && claimGroup(other) !== claimGroup(claim),
  );
  return {
    text: source.name,
    feedback: act
      ? `¶${paragraphOf(act, material)} reports something else about ${within(source)}: ${act.content}`
      : `The story doesn't report this from ${within(source)}.`,
    misreading: 'wrong-source',
  };
}

/** The name of a source within a sentence: "a Pentagon official", "the US Department of Defense". */
function within({ name, type }: Source): string {
  if (/^(An?|The|Some(one|body)) /.test(name)) return uncapital(name);
  return type === 'organisation' && OFFICE.test(name) ? `the ${name}` : name;
}

/** Names that have an article within a sentence, and lack one in a list. */
const OFFICE = /\b(Bureau|Council|Court|Department|Institute|Ministry|Office|University) of /;

/** Another claim by the source, if possible of the same kind: learners confuse those most. */
function otherClaimOf(source: Source, claim: Claim, { claims }: CourseMaterial): Claim | undefined {
  const others = claims.filter(
    (other) =>
      other.source === source.id &&
      other.said !== undefined &&
      !other.presupposed &&
      claimGroup(other) !== claimGroup(claim),
  );
  return others.find(({ kind }) => kind === claim.kind) ?? others[0];
}

/** Kinds of claim that are somebody's act, each with a question about the actor. */
const ACTS: Partial<Readonly<Record<Kind, string>>> = {
  demand: 'Whose demand is it?',
  refusal: 'Whose refusal is it?',
  offer: 'Whose offer is it?',
  pledge: 'Whose promise is it?',
  threat: 'Who would do it?',
};

export const actor: MakePrompt = (claim, material) => {
  const stem = ACTS[claim.kind];
  const name = actorName(claim, material);
  const actorSource = sourceOf(claim.actor ?? '', material);
  const isOther = claim.actor !== undefined && claim.actor !== claim.source;
  if (!stem || name === undefined || !isOther || isNamedIn(name, claim)) return undefined;
  if (actorSource && isConfusableWithTeller(actorSource, claim, material)) return undefined;
  const target = sourceOf(claim.target ?? '', material)?.side ?? claim.target;
  const others = material.sources.filter(
    (other) =>
      other.type === 'person' &&
      other.name !== name &&
      other.side !== target &&
      !(actorSource && areConfusable(other, actorSource)),
  );
  return {
    stem,
    skill: 'attribution',
    key: name,
    distractors: others.flatMap((other) => actorDistractor(other, claim, material)),
  };
};

/** Whether the source that reports the claim gives the actor away, such as a chief executive and "the company". */
function isConfusableWithTeller(
  actorSource: Source,
  claim: Claim,
  material: CourseMaterial,
): boolean {
  const source = sourceOf(claim.source, material);
  return source !== undefined && areConfusable(actorSource, source);
}

function actorDistractor(source: Source, claim: Claim, material: CourseMaterial): Distractor[] {
  if (source.id === claim.source)
    return [
      {
        text: source.name,
        feedback: `This is the source. ${claim.content}`,
        misreading: 'teller-for-actor',
      },
    ];
  return isNamedIn(source.name, claim) ? [] : sourceDistractor(source, claim, material);
}
