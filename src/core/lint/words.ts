import { stemmer } from 'stemmer';
import { memoizeByText } from '../memoize.js';
import { isEnglish } from '../text/english.js';

/** Finds the words of texts in one language, for the rules. */
export type Wording = {
  /** Whether the rules for English apply. */
  readonly isEnglish: boolean;
  /** The words of a text in lower case, without quotations. */
  readonly words: (text: string) => readonly string[];
  /** The words with a space before and after each, so that a run of words is a part of the text. */
  readonly spaced: (text: string) => string;
  /** In English, the stems of the words that carry meaning; in other languages, all words. */
  readonly content: (text: string) => readonly string[];
  /** The same words, each once, with those in quotation marks. */
  readonly contentWithQuotations: (text: string) => ReadonlySet<string>;
};

/**
 * Looks at each text once: rules compare each question with all others of its lesson. A text must not be long, since V8
 * copies it for each of its words.
 * @param tag a BCP 47 language tag; an invalid tag gets the default word boundaries of Unicode
 */
export function wordingFor(tag: string): Wording {
  const segmenter = new Intl.Segmenter(knownTag(tag), { granularity: 'word' });
  const words = memoizeByText((text): readonly string[] => {
    const own = outsideQuotations(text);
    if (ONLY_LETTERS.test(own)) return own.toLowerCase().match(/[a-z]+/g) ?? [];
    return [...segmenter.segment(own)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment.toLowerCase());
  });
  const spaced = memoizeByText((text) => ` ${words(text).join(' ')} `);
  // Porter (1980): "refuses" and "refused" have the same stem.
  const stemOf = memoizeByText(stemmer);
  const englishContent = memoizeByText((text): readonly string[] =>
    words(text.replace(/[’']s(?!\p{L})/gu, ''))
      .filter((word) => !FUNCTION_WORDS.has(word))
      .map(stemOf),
  );
  const content = isEnglish(tag) ? englishContent : words;
  const contentWithQuotations = memoizeByText(
    (text): ReadonlySet<string> => new Set(content(text.replace(QUOTATION_MARKS, ' '))),
  );
  return { isEnglish: isEnglish(tag), words, spaced, content, contentWithQuotations };
}

/** In such a text each run of letters is a word, in any language. Finding these takes a tenth of the segmenter's time. */
const ONLY_LETTERS = /^[A-Za-z ,;?!()…—-]*$/;

function knownTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'und';
  } catch {
    return 'und';
  }
}

const QUOTATIONS = /“[^”]*”|„[^“”]*[“”]|«[^»]*»|‹[^›]*›|「[^」]*」|『[^』]*』|"[^"]*"/gu;

const QUOTATION_MARKS = /[“”„«»‹›「」『』"]/gu;

/** Removes quotations: they are somebody's own words, and no rule judges those. */
export const outsideQuotations = (text: string): string => text.replace(QUOTATIONS, ' ');

/** Where a sentence of an English text ends: not after a title or an initial. */
const SENTENCE_END =
  /(?<!(?<!\p{L})(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|No|\p{Lu})\.)(?<=[.!?…]["”’')\]]*)\s+(?=["“‘'([]*[\p{Lu}\p{N}¶])/u;

/** The number of words in the longest sentence of an English text. */
export const longestSentence = (text: string): number =>
  Math.max(...text.split(SENTENCE_END).map(wordCount));

/** Words in quotation marks count, too, and a hyphenated word is one. */
const wordCount = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const NUMBER =
  /\p{N}+|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|first|second|third|half|quarter|once|twice)(?!\p{L})/giu;

/** The numbers of a text in digits and English words. */
export const numbersIn = (text: string): string =>
  (text.toLowerCase().match(NUMBER) ?? []).join(' ');

/** Matches any of the words or phrases, in upper or lower case, but not inside a longer word. */
export const wholeWords = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

/** English words without a meaning of their own. */
const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those and or but nor so than then as if when while where who whom whose which what ' +
    'how why of in on at by for with from to into onto out off over under about after before between against during ' +
    'upon up down through is are was were be been being am do does did done doing has have had having can could may ' +
    'might must shall should will would it its he him his she her hers they them their theirs we us our you your i me my ' +
    'not no there here also only very too some any one'
  ).split(' '),
);
