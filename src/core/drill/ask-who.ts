import type { Choice } from '../course/course.js';
import type { Claim, CourseRecord, Kind, Source } from '../course/ledger.js';
import { actorName, areKin, groupOf, sourceOf } from '../course/ledger.js';
import type { Misreading } from '../course/vocabulary.js';
import { hash32 } from '../hash.js';
import { capital } from '../text/english.js';
import type { DrillItem } from './drill.js';

/** What can be asked of a claim: who told it, whose act it is, what kind of thing it is, by which way it was told. */
export const ASKS = ['teller', 'actor', 'kind', 'channel'] as const;
export type Asks = (typeof ASKS)[number];

/** How many wrong answers are offered. */
const DISTRACTORS = 2;

/** What is asked for and what could be answered, before it is made a question. */
type Asked = {
  readonly stem: string;
  readonly skill: 'attribution' | 'demand' | 'sourcing';
  readonly key: string;
  readonly distractors: readonly Distractor[];
};

type Distractor = {
  readonly text: string;
  readonly feedback: string;
  readonly misreading: Misreading;
};

/**
 * A question on a claim, where the ledger has what is asked for and enough wrong answers that cannot be right.
 * @param seed decides which wrong answers are taken
 */
export function itemOn(
  claim: Claim,
  asks: Asks,
  record: CourseRecord,
  seed: string,
): DrillItem | undefined {
  const asked = ASKED[asks](claim, record);
  if (!asked || claim.said === undefined) return undefined;
  const place = ({ text }: Distractor): number => hash32(JSON.stringify([seed, text]));
  const taken = [...asked.distractors].sort((a, b) => place(a) - place(b)).slice(0, DISTRACTORS);
  if (taken.length < DISTRACTORS) return undefined;
  return { claim, asks, said: claim.said, check: checkOn(claim, asks, asked, taken) };
}

const KEY = 'key';

function checkOn(
  claim: Claim,
  asks: Asks,
  { stem, skill, key }: Asked,
  taken: readonly Distractor[],
): DrillItem['check'] {
  const right: Choice = { id: KEY, text: key, feedback: claim.content };
  return {
    kind: 'check',
    id: `${claim.id}:${asks}`,
    stem,
    skill,
    claims: [claim.id],
    evidence: [claim.sentence],
    truth: claim.content,
    key: KEY,
    choices: [right, ...taken.map((one, i) => ({ id: `other-${i + 1}`, ...one }))],
  };
}

type AsksFor = (claim: Claim, record: CourseRecord) => Asked | undefined;

const teller: AsksFor = (claim, record) => {
  const source = sourceOf(claim.source, record);
  if (!source) return undefined;
  const others = record.sources.filter(
    (other) =>
      !areKin(other, source) && !isActor(other, claim, record) && !isNamedIn(other.name, claim),
  );
  return {
    stem: 'Who tells this in the story?',
    skill: 'attribution',
    key: source.name,
    distractors: others.flatMap((other) => sourceDistractor(other, claim, record)),
  };
};

/** Somebody whose act it is, or who speaks for them: not the one who told it, and yet not plainly wrong. */
function isActor(source: Source, { actor }: Claim, record: CourseRecord): boolean {
  const own = actor === undefined ? undefined : sourceOf(actor, record);
  return source.name === actor || (own !== undefined && areKin(source, own));
}

const isNamedIn = (name: string, { said = '' }: Claim): boolean =>
  said.toLowerCase().includes(name.toLowerCase());

/** A source who could have said it, with what that source did say; none who says nothing else. */
function sourceDistractor(source: Source, claim: Claim, record: CourseRecord): Distractor[] {
  const said = otherClaimOf(source, claim, record);
  if (!said) return [];
  const isNarration = source.type === 'narration';
  return [
    {
      text: source.name,
      feedback: `${isNarration ? 'What it tells in its own voice is something else:' : 'From there the story has something else:'} ${said.content}`,
      misreading: isNarration ? 'claim-as-fact' : 'wrong-source',
    },
  ];
}

/** Rather of the same kind, since those are mixed up most. */
function otherClaimOf(source: Source, claim: Claim, { claims }: CourseRecord): Claim | undefined {
  const own = claims.filter(
    (one) =>
      one.source === source.id &&
      one.said !== undefined &&
      !one.presupposed &&
      groupOf(one) !== groupOf(claim),
  );
  return own.find(({ kind }) => kind === claim.kind) ?? own[0];
}

/** Kinds that are somebody's act, and how it is asked whose. */
const ACTS: Partial<Readonly<Record<Kind, string>>> = {
  demand: 'Whose demand is it?',
  refusal: 'Whose refusal is it?',
  offer: 'Whose offer is it?',
  pledge: 'Whose promise is it?',
  threat: 'Who would do it?',
};

const actor: AsksFor = (claim, record) => {
  const stem = ACTS[claim.kind];
  const name = actorName(claim, record);
  const own = sourceOf(claim.actor ?? '', record);
  const isOther = claim.actor !== undefined && claim.actor !== claim.source;
  if (!stem || name === undefined || !isOther || isNamedIn(name, claim)) return undefined;
  if (own && isKinOfTeller(own, claim, record)) return undefined;
  const target = sourceOf(claim.target ?? '', record)?.side ?? claim.target;
  const others = record.sources.filter(
    (other) =>
      other.type === 'person' &&
      other.name !== name &&
      other.side !== target &&
      !(own && areKin(other, own)),
  );
  return {
    stem,
    skill: 'attribution',
    key: name,
    distractors: others.flatMap((other) => actorDistractor(other, claim, record)),
  };
};

/** "The company" gives itself away where its own head tells of it. */
function isKinOfTeller(own: Source, claim: Claim, record: CourseRecord): boolean {
  const told = sourceOf(claim.source, record);
  return told !== undefined && areKin(own, told);
}

function actorDistractor(source: Source, claim: Claim, record: CourseRecord): Distractor[] {
  if (source.id === claim.source)
    return [
      {
        text: source.name,
        feedback: `This is the one who tells of it. ${claim.content}`,
        misreading: 'teller-for-actor',
      },
    ];
  return isNamedIn(source.name, claim) ? [] : sourceDistractor(source, claim, record);
}

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

const kind: AsksFor = (claim) => {
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

const channel: AsksFor = (claim, record) => {
  const value = statedChannel(claim, record);
  if (value === undefined || isNamedIn(value, claim)) return undefined;
  const distractors: Distractor[] = [];
  for (const one of record.claims) {
    const text = statedChannel(one, record);
    const taken = [value, ...distractors.map((other) => other.text)];
    if (text === undefined || taken.some((other) => shareWord(other, text))) continue;
    distractors.push(channelDistractor(text, one));
  }
  return { stem: 'Where was it said?', skill: 'sourcing', key: capital(value), distractors };
};

/** Of what somebody says; what the story tells in its own voice is told nowhere else. */
function statedChannel(claim: Claim, record: CourseRecord): string | undefined {
  const { basis, value } = claim.channel;
  const isSaid = sourceOf(claim.source, record)?.type !== 'narration' && !claim.presupposed;
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

const ASKED: Readonly<Record<Asks, AsksFor>> = { teller, actor, kind, channel };
