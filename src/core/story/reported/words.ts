import type { Quotation } from '../quotations.js';

/** A word of a sentence. */
export type Word = {
  readonly text: string;
  readonly lower: string;
  readonly from: number;
  readonly to: number;
  /** What is between the word before and this one, without spaces: a comma, a quotation mark. */
  readonly before: string;
  readonly quoted: boolean;
};

const WORD =
  /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s)|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|St|Cllr)\.|(?:Co|Inc|Ltd|Corp|Jr|Sr)\.(?=,|\s\p{Ll})|[$£€]?[\p{L}\p{N}]+(?:[’'.&/-][\p{L}\p{N}]+)*(?:(?<=s)[’'](?=\s\p{L}))?|&/gu;

/** The words of a sentence. @param quotations what is in quotation marks, by places in the sentence */
export function wordsOf(text: string, quotations: readonly Quotation[]): Word[] {
  let end = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const before = text.slice(end, index).replace(/\s/gu, '');
    end = index + word.length;
    const quoted = quotations.some(({ from, to }) => from < index && index < to);
    const lower = word.toLowerCase().replace(/’/g, "'");
    return { text: word, lower, from: index, to: end, before, quoted };
  });
}

export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const DETERMINERS = setOf(
  `the a an this that these those his her its their our my your some any many several most both each every another
  other one two three four five six seven eight nine ten dozens hundreds thousands no all few`,
);

/** "several of the drivers": words after which "of" does not end the phrase. */
export const QUANTITIES = setOf(
  'all both half some one many most several two three four five dozens hundreds thousands none each number couple group',
);

export const PREPOSITIONS = setOf(
  `of for at from in on to with by about into over under after before during since against near inside outside behind
  between among through across along within without toward towards despite beyond around like as than upon amid per
  via including`,
);

/** Words with which a clause begins. */
export const CLAUSE_STARTERS = setOf(
  'that because when while if although though whether unless until where why how what but so yet once whereas and or nor',
);

export const RELATIVES = setOf('who whom whose which');

/** Whether a word is no name, even if it has a capital at the beginning of a sentence. "May" and "Will" can be names. */
export const isFunctionWord = (lower: string): boolean =>
  lower === 'according' ||
  [DETERMINERS, PREPOSITIONS, CLAUSE_STARTERS, RELATIVES].some((words) => words.has(lower));

const setOfForms = (words: string) => {
  const forms = setOf(words);
  return { has: (lower: string) => forms.has(lower.replace(/n't$/, '')) };
};

const BE = 'is are was were be been being';

const WILL = 'will would can ca could may might shall should must wo cannot do does did';

export const FORMS_OF_BE = setOfForms(BE);

export const MODALS = setOfForms(`${WILL} to`);

export const AUXILIARIES = setOfForms(`${BE} ${WILL} have has had having`);

const ADVERBS = setOf(
  `also later then now again however still first once only even just too already soon never always often since earlier
  today yesterday tomorrow instead meanwhile further both all not ago long therefore`,
);

const NOT_ADVERBS = setOf('family supply reply police july ally bully assembly rally fly');

export const isAdverb = (lower: string): boolean =>
  ADVERBS.has(lower) || (/...ly$/.test(lower) && !NOT_ADVERBS.has(lower));

export const isNegation = (lower: string): boolean => /^(?:not|never)$|n't$/.test(lower);

export const TIMES = setOf(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december week month year morning afternoon evening night weekend spring summer autumn winter`,
);

export const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
