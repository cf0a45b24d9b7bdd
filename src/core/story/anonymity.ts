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

/** Whether a sentence says that somebody asked not to be named. */
export const tellsOfAnonymity = (sentence: string): boolean =>
  ANONYMOUS.test(sentence.replace(/’/g, "'"));
