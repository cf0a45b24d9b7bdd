import { stemmer } from 'stemmer';

/** What a rule asks of a language: its words, and whether the rules made for English hold in it. */
export type Wording = {
  readonly isEnglish: boolean;
  /** The words of a text in small letters, without what stands in quotation marks. */
  readonly words: (text: string) => string[];
  /** The words that carry meaning, each cut to its stem: in English; elsewhere all words. */
  readonly content: (text: string) => string[];
};

/** @param tag a language tag of BCP 47; of one that is not known, words are found as in any language */
export function wordingFor(tag: string): Wording {
  const segmenter = new Intl.Segmenter(knownTag(tag), { granularity: 'word' });
  const words = (text: string): string[] =>
    [...segmenter.segment(outsideQuotations(text))]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment.toLowerCase());
  const isEnglish = /^en(-|$)/i.test(tag);
  const content = (text: string): string[] =>
    isEnglish
      ? words(text.replace(/[’']s(?!\p{L})/gu, ''))
          .filter((word) => !FUNCTION_WORDS.has(word))
          .map(stemOf)
      : words(text);
  return { isEnglish, words, content };
}

function knownTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'und';
  } catch {
    return 'und';
  }
}

const QUOTATIONS = /“[^”]*”|„[^“”]*[“”]|«[^»]*»|‹[^›]*›|「[^」]*」|『[^』]*』|"[^"]*"/gu;

/** What stands in quotation marks is somebody's wording, and no rule is about that. */
export const outsideQuotations = (text: string): string => text.replace(QUOTATIONS, ' ');

/** One of the words or phrases as a whole, in any capitals. */
export const wholeWords = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

/** English words that only hold a sentence together. */
const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those and or but nor so than then as if when while where who whom whose which what ' +
    'how why of in on at by for with from to into onto out off over under about after before between against during ' +
    'upon up down through is are was were be been being am do does did done doing has have had having can could may ' +
    'might must shall should will would it its he him his she her hers they them their theirs we us our you your i me my ' +
    'not no there here also only very too some any one'
  ).split(' '),
);

/** An English word without its endings (Porter 1980), so that "refuses" and "refused" are one word. */
const stemOf = (word: string): string => stemmer(word);
