import type { Kind } from '../course/ledger.js';
import { anonymityIn, goesOnWithAsker, type PhrasePlace, whoAsked } from './anonymity.js';
import { type Quotation, quotationsIn } from './quotations.js';
import { type Cue, cuesIn } from './reported/cues.js';
import { firstPhrase } from './reported/later-subject.js';
import { type FullName, fullNamesIn } from './reported/names.js';
import type { SpeakerPhrase } from './reported/speaker-phrase.js';
import { isFunctionWord, type Word, wordsOf } from './reported/words.js';
import { canBe, isPerson, type Resolved, type Speaker, Speakers } from './speakers.js';
import type { Paragraph, Story } from './story.js';

/** One thing that somebody is reported as saying, by the place of its sentence; numbers count from 1. */
export type Attribution = {
  readonly paragraph: number;
  readonly sentence: number;
  readonly speaker: Speaker;
  /** Who tells it, if somebody tells what the speaker demanded, offered or refused. */
  readonly teller?: Speaker;
  readonly kind: Kind;
  /** The words that report it; undefined for a sentence in which a quotation goes on. */
  readonly cue: string | undefined;
  /** The words from which the speaker was guessed, such as "she". */
  readonly guess?: string;
};

/** A sentence with its place in the story. */
type PlacedSentence = {
  readonly paragraph: number;
  readonly sentence: number;
  readonly text: string;
  readonly words: readonly Word[];
  /** Where its paragraph's quotations are that it has a part of. */
  readonly quotations: readonly Quotation[];
};

/** Everything that somebody is reported as saying, in the story's order. */
export function attributionsIn({ headline = '', paragraphs }: Story): Attribution[] {
  const placed = paragraphs.map(placedSentences);
  const names = placed.flat().flatMap(({ words }) => fullNamesIn(words));
  const speakers = new Speakers(names, openingOf(headline, names));
  return placed.flatMap((sentences) => inParagraph(sentences, speakers));
}

/** The one with whom a headline begins. If each of its words has a capital, only the story tells where a name ends. */
function openingOf(headline: string, names: readonly FullName[]): SpeakerPhrase | undefined {
  const name = names.find((one) => headline.startsWith(one.name))?.name;
  if (name !== undefined) return { text: name, name, definite: true };
  const words = wordsOf(headline, []);
  const hasPlainWord = words.some(
    ({ text, lower }) => /^\p{Ll}/u.test(text) && !isFunctionWord(lower),
  );
  return hasPlainWord ? firstPhrase(words) : undefined;
}

/** "the «Nordic» Bank": a part of a name in quotation marks. */
const MARKED_NAME = /(?<=\p{L} )["“„«‘'](\p{Lu}[\p{L}-]*)["”»’'“](?= \p{Lu})/gu;

function placedSentences({ sentences }: Paragraph, index: number): PlacedSentence[] {
  const plain = sentences.map((sentence) => sentence.replace(MARKED_NAME, ' $1 '));
  const quotations = quotationsIn(plain.join(' '));
  let start = 0;
  return sentences.map((text, i) => {
    const [from, to] = [start, start + text.length];
    start = to + 1;
    const own = quotations.filter((one) => one.from < to && one.to > from);
    const within = own.map((one) => ({ from: one.from - from, to: one.to - from }));
    const words = wordsOf(plain[i] ?? text, within);
    return { paragraph: index + 1, sentence: i + 1, text, words, quotations: own };
  });
}

function inParagraph(sentences: readonly PlacedSentence[], speakers: Speakers): Attribution[] {
  const before = speakers.latest;
  const found = new Map<PlacedSentence, Attribution[]>();
  for (const sentence of sentences) found.set(sentence, inSentence(sentence, speakers));
  return sentences.flatMap((sentence) => {
    const own = found.get(sentence) ?? [];
    return own.length > 0 || !isQuoted(sentence) ? own : goingOn(sentence, found, before);
  });
}

/**
 * A sentence within a quotation: its speaker is that of the same quotation, of the latest report in the paragraph, or of
 * the latest before.
 * @param found what the paragraph reports, by sentence
 */
function goingOn(
  placed: PlacedSentence,
  found: ReadonlyMap<PlacedSentence, readonly Attribution[]>,
  before: Speaker | undefined,
): Attribution[] {
  const { paragraph, sentence } = placed;
  const entries = [...found];
  const same = entries.find(([one, own]) => own.length > 0 && sharesQuotation(one, placed));
  const earlier = entries.filter(([one]) => one.sentence < sentence).flatMap(([, own]) => own);
  const first = (same && quotable(same[1])) ?? quotable(earlier);
  const speaker = first?.speaker ?? before;
  const kind = first?.kind ?? 'statement';
  return speaker ? [{ paragraph, sentence, speaker, kind, cue: undefined }] : [];
}

/** The latest that a quotation can belong to, people before papers. */
const quotable = (found: readonly Attribution[]): Attribution | undefined =>
  found.findLast(({ speaker }) => isPerson(speaker)) ?? found.at(-1);

const LEAST_QUOTED = 3;

/** Whether most of a sentence is in quotation marks. */
const isQuoted = ({ words }: PlacedSentence): boolean => {
  const quoted = words.filter((word) => word.quoted).length;
  return quoted >= Math.max(LEAST_QUOTED, words.length * 0.6);
};

const sharesQuotation = (one: PlacedSentence, other: PlacedSentence): boolean =>
  one.quotations.some(({ from }) => other.quotations.some((quotation) => quotation.from === from));

function inSentence(placed: PlacedSentence, speakers: Speakers): Attribution[] {
  const found: Attribution[] = [];
  const places: SpeakerReport[] = [];
  const { paragraph, sentence, text, words } = placed;
  const opening = words[0]?.quoted ? undefined : firstPhrase(words);
  const first = opening && speakers.knows(opening) ? speakers.resolve(opening) : undefined;
  const known = new Map<string, Resolved>();
  for (const cue of cuesIn(text, words)) {
    const last = found.at(-1)?.speaker;
    const resolved =
      known.get(cue.subject?.text ?? '') ?? speakerOf(cue, words, speakers, last, first);
    if (!resolved) continue;
    if (cue.subject && !cue.subject.pronoun) known.set(cue.subject.text, resolved);
    const teller = cue.isWithin && last && last !== resolved.speaker ? { teller: last } : {};
    found.push({ paragraph, sentence, kind: cue.kind, cue: cue.text, ...teller, ...resolved });
    const also = cue.subject?.also && speakers.resolve(cue.subject.also);
    if (also) found.push({ paragraph, sentence, kind: cue.kind, cue: cue.text, ...also });
    const unnamed = [resolved, also].flatMap((one) => (one ? one.speaker : [])).filter(isUnnamed);
    places.push({ unnamed, ...placeOf(cue, text) });
  }
  const asked = anonymityIn(text);
  if (asked >= 0) markAnonymous(placed, asked, places, speakers);
  speakers.hear(words);
  return found;
}

function speakerOf(
  { subject, at }: Cue,
  words: readonly Word[],
  speakers: Speakers,
  last: Speaker | undefined,
  first: Resolved | undefined,
): Resolved | undefined {
  if (subject?.pronoun && last && canBe(last, subject.pronoun))
    return { speaker: last, guess: subject.pronoun };
  if (subject) return speakers.resolve(subject);
  if (last) return { speaker: last };
  return first ?? speakers.namedLast(words.filter(({ to }) => to < at));
}

/** Where somebody is reported, and those of them without a name: two can speak together. */
type SpeakerReport = PhrasePlace & { readonly unnamed: readonly Speaker[] };

const isUnnamed = (speaker: Speaker): boolean => speaker.naming !== 'named' && isPerson(speaker);

/** Where the words for the speaker of a cue are: before it or after it, or, for "she", at the cue. */
function placeOf({ subject, at }: Cue, text: string): PhrasePlace {
  const phrase = subject?.pronoun ? '' : (subject?.text ?? '');
  const before = text.lastIndexOf(phrase, at);
  const from = before < 0 ? text.indexOf(phrase, at) : before;
  return from < 0 ? { from: at, to: at, cue: at } : { from, to: from + phrase.length, cue: at };
}

/** The story says of a speaker without a name that they asked not to be named. @param at where it says so */
function markAnonymous(
  { text }: PlacedSentence,
  at: number,
  places: readonly SpeakerReport[],
  speakers: Speakers,
): void {
  const latest = goesOnWithAsker(text, at) && speakers.latest ? [speakers.latest] : [];
  const able = places.filter(({ unnamed }) => unnamed.length > 0);
  const asking = places.length === 0 ? latest : (whoAsked(text, at, able)?.unnamed ?? []);
  for (const speaker of asking.filter(isUnnamed)) speaker.naming = 'anonymous';
}
