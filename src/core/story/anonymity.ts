const NAME = '(?:his|her|their|whose) (?:\\S+ )?(?:sur)?names?';

const IN_PRINT = 'printed|published|used|given|known|revealed|disclosed|mentioned|appear';

/** Ways of saying that somebody did not want to be named. */
const ASKED = [
  '(?:asked|asks|asking|requested|requests|requesting|insisted on|insisting on|preferred) (?:for )?(?:not to be (?:named|identified|quoted)|anonymity|to (?:remain|stay|be) (?:anonymous|unnamed))',
  `condition (?:of anonymity|that (?:\\S+ ){1,4}(?:not|n't) (?:be |to be )?(?:name|identif)(?:d|ied|y|ed)?)`,
  `(?:(?:declin|refus)(?:ed|es|ing) to|(?:would|will) not|wouldn't|won't) (?:be (?:named|identified)|(?:give|reveal|disclose) ${NAME})`,
  `(?:did not|didn't|does not|doesn't|do not|don't|not) (?:want|wish|wanting|wishing) (?:to (?:be (?:named|identified)|(?:give|reveal) ${NAME})|(?:for )?${NAME} (?:to be |to )?(?:${IN_PRINT}))`,
  `${NAME} (?:not (?:to )?be|(?:to be|(?:was|were|is|be|has been|have been)) (?:withheld|changed))`,
  `(?:asked|asks|asking|requested) (?:\\S+ ){0,4}not to (?:use|print|publish|give|reveal) ${NAME}`,
  'anonymously',
  'not (?:being )?named because',
  'not authori[sz]ed to (?:speak|discuss|talk|comment)',
];

const ANONYMOUS = new RegExp(`\\b(?:${ASKED.join('|')})\\b`, 'i');

/** Where a sentence says that somebody asked not to be named; negative if it does not. */
export const anonymityIn = (sentence: string): number =>
  sentence.replace(/’/g, "'").search(ANONYMOUS);

/** Where the words for a speaker are in a sentence, and the words that report them. */
export type PhrasePlace = { readonly from: number; readonly to: number; readonly cue: number };

const WHO = /^.*\bwho(?:m|se)?\b/i;

/**
 * The speaker who asked not to be named: the nearest before, or the first after. In a clause with "who" it is the one
 * right before "who", and nobody if that one does not speak.
 * @param at where the sentence says so
 */
export function whoAsked<T extends PhrasePlace>(
  sentence: string,
  at: number,
  places: readonly T[],
): T | undefined {
  const who = WHO.exec(sentence.slice(0, at))?.[0].length ?? 0;
  const inOrder = [...places].sort((a, b) => a.from - b.from);
  const before = inOrder.findLast(({ from }) => from <= at);
  if (!before) return who > 0 ? undefined : inOrder[0];
  const isOther = places.some(({ cue }) => cue >= before.to && cue < who);
  return isOther ? undefined : before;
}

/** Whether a sentence that reports nobody can mean the one before: not "a passenger, who asked not to be named". */
export const goesOnWithAsker = (sentence: string, at: number): boolean =>
  !WHO.test(sentence.slice(0, at)) || /^(?:the|s?he|they)\b/i.test(sentence);
