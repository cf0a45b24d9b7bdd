import { type DraftClaim, type DraftSource, STORY, sentenceId } from './ledger-draft.js';
import type { Story } from './story.js';

/** A choice that names a source, or says that the story does not tell. */
export type SourceChoice = Pick<DraftSource, 'id' | 'name'>;

/** The questions of a first lesson, as far as a program can ask them. */
export type FirstLesson = {
  /** How many paragraphs it reads, from the first. */
  readonly paragraphs: number;
  /** Who says it: the choices, with the right one first. */
  readonly who: { readonly claim: DraftClaim; readonly choices: readonly SourceChoice[] };
  /** Which sentence says it: the ids of sentences in the story's order; the claim has the right one. */
  readonly where?: { readonly claim: DraftClaim; readonly sentences: readonly string[] };
  /** Who says each of these. */
  readonly board?: {
    readonly headings: readonly SourceChoice[];
    readonly rows: readonly DraftClaim[];
  };
  /** Claims in the story's own voice that the board needs. */
  readonly added: readonly DraftClaim[];
};

export const STORY_ITSELF: SourceChoice = { id: STORY, name: 'The story itself' };

/** Two questions, and a board of three rows. */
const FEWEST_CLAIMS = 5;

const FEWEST_ROWS = 3;

const MOST_ROWS = 6;

const MOST_HEADINGS = 4;

/** Asks about the first paragraphs that have enough claims for it. @param claims at least one */
export function firstLesson(
  story: Story,
  sources: readonly DraftSource[],
  claims: readonly DraftClaim[],
): FirstLesson {
  const paragraphs = paragraphsToRead(story, claims);
  const sentences = story.paragraphs
    .slice(0, paragraphs)
    .flatMap((paragraph, p) => paragraph.sentences.map((_, s) => sentenceId(p + 1, s + 1)));
  const all = claims.filter(({ sentence }) => sentences.includes(sentence));
  const told = all.filter(isTold);
  const read = told.length > 0 ? told : all;
  const where = whereOf(read, sentences);
  const who = whoOf(
    read.filter((claim) => claim !== where?.claim),
    read,
    sources,
  );
  const others = read.filter((claim) => claim !== where?.claim && claim !== who.claim);
  const rows = hasEnoughForBoard(others) ? others : read;
  const added = inOwnVoice(rows, all, sentences);
  const board = boardOf([...rows, ...added], [...sources, STORY_ITSELF], who.claim.source);
  const needed = added.filter((claim) => board?.rows.includes(claim));
  return { paragraphs, who, added: needed, ...(board && { board }), ...(where && { where }) };
}

/** Whether somebody says it. Somebody's silence is a claim of the story itself. */
const isTold = ({ source }: DraftClaim): boolean => source !== STORY;

const hasEnoughForBoard = (claims: readonly DraftClaim[]): boolean =>
  claims.length >= FEWEST_ROWS && new Set(claims.map(({ source }) => source)).size > 1;

function paragraphsToRead({ paragraphs }: Story, claims: readonly DraftClaim[]): number {
  for (let count = 1; count < paragraphs.length; count += 1) {
    const read = claims.filter((one) => isTold(one) && paragraphOf(one.sentence) <= count);
    const sources = new Set(read.map(({ source }) => source));
    if (read.length >= FEWEST_CLAIMS && sources.size > 2) return count;
  }
  return paragraphs.length;
}

const paragraphOf = (sentence: string): number => Number(/\d+/.exec(sentence)?.[0]);

/** Rows that the board is short of, from sentences that report nobody. */
function inOwnVoice(
  rows: readonly DraftClaim[],
  all: readonly DraftClaim[],
  sentences: readonly string[],
): DraftClaim[] {
  const sources = new Set(rows.map(({ source }) => source));
  const missing = Math.max(FEWEST_ROWS - rows.length, sources.size < 2 ? 1 : 0);
  return sentences
    .filter((id) => all.every(({ sentence }) => sentence !== id))
    .slice(0, missing)
    .map((sentence) => ({ id: `${STORY}-${sentence}`, source: STORY, kind: 'context', sentence }));
}

/**
 * The board takes a claim of each source in turn. No source is right often: that would give it away.
 * @param asked the source that the question before asked for
 */
function boardOf(
  claims: readonly DraftClaim[],
  sources: readonly SourceChoice[],
  asked: string,
): FirstLesson['board'] {
  const headings = sources
    .map(({ id, name }) => ({ id, name, own: claims.filter(({ source }) => source === id) }))
    .filter(({ own }) => own.length > 0)
    .slice(0, MOST_HEADINGS);
  const inTurn = (most: number) =>
    [...Array(most).keys()].flatMap((i) =>
      headings.flatMap(({ id, own }) => (i > 0 && id === asked ? [] : (own[i] ?? []))),
    );
  const few = inTurn(2).slice(0, MOST_ROWS);
  const chosen = few.length >= FEWEST_ROWS ? few : claims.slice(0, FEWEST_ROWS);
  const rows = claims.filter((claim) => chosen.includes(claim));
  const used = headings.filter(({ id }) => rows.some(({ source }) => source === id));
  return used.length > 1 && rows.length >= FEWEST_ROWS
    ? { headings: used.map(({ id, name }) => ({ id, name })), rows }
    : undefined;
}

const MOST_SENTENCES = 4;

/** The sentence of a claim among its neighbours, without those that report the same source. */
function whereOf(claims: readonly DraftClaim[], sentences: readonly string[]) {
  const claim = claims.find(({ kind }) => kind !== 'statement') ?? claims[0];
  if (!claim) return undefined;
  const others = sentences.filter(
    (id) =>
      id !== claim.sentence &&
      !claims.some((one) => one.sentence === id && one.source === claim.source),
  );
  const at = sentences.indexOf(claim.sentence);
  const near = [...others].sort((a, b) => distance(sentences, a, at) - distance(sentences, b, at));
  const chosen = new Set([claim.sentence, ...near.slice(0, MOST_SENTENCES - 1)]);
  return chosen.size > 2
    ? { claim, sentences: sentences.filter((id) => chosen.has(id)) }
    : undefined;
}

const distance = (sentences: readonly string[], id: string, at: number): number =>
  Math.abs(sentences.indexOf(id) - at);

/** A claim of a source who speaks for themselves, with other sources of the same paragraphs whose names are as long. */
function whoOf(
  unasked: readonly DraftClaim[],
  read: readonly DraftClaim[],
  sources: readonly DraftSource[],
) {
  const isOwn = ({ actor }: DraftClaim) => actor === undefined;
  const claim = unasked.find(isOwn) ?? read.find(isOwn) ?? (read[0] as DraftClaim);
  const key = sources.find(({ id }) => id === claim.source) ?? STORY_ITSELF;
  const speaks = ({ id }: SourceChoice) => Number(read.some(({ source }) => source === id));
  const others = sources
    .filter(({ id }) => id !== key.id && id !== claim.actor)
    .sort((a, b) => speaks(b) - speaks(a) || lengthApart(a, key) - lengthApart(b, key));
  const wrong = key === STORY_ITSELF ? others : [...others, STORY_ITSELF];
  return { claim, choices: [key, ...wrong.slice(0, 2)] };
}

const lengthApart = (a: SourceChoice, b: SourceChoice): number =>
  Math.abs(a.name.length - b.name.length);
