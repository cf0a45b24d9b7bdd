const NAME = '(?:his|her|their) (?:\\S+ )?(?:sur)?names?';

/** Ways of saying that somebody did not want to be named. */
const ASKED = [
  '(?:asked|asks|asking|requested|requests|requesting|insisted on|insisting on|preferred) (?:for )?(?:not to be (?:named|identified|quoted)|anonymity|to (?:remain|stay|be) (?:anonymous|unnamed))',
  'condition (?:of anonymity|that \\S+ not be (?:named|identified))',
  `declin(?:ed|es|ing) to (?:be (?:named|identified)|give ${NAME})`,
  `(?:did not|didn't|does not|do not|not) (?:want|wish|wanting|wishing) (?:to be (?:named|identified)|to give ${NAME})`,
  `${NAME} (?:not be|(?:was|were|is|be|has been|have been) (?:withheld|changed))`,
  'anonymously',
  'not (?:being )?named because',
  'not authori[sz]ed to (?:speak|discuss|talk|comment)',
];

const ANONYMOUS = new RegExp(`\\b(?:${ASKED.join('|')})\\b`, 'i');

/** Whether a sentence says that somebody asked not to be named. */
export const tellsOfAnonymity = (sentence: string): boolean =>
  ANONYMOUS.test(sentence.replace(/’/g, "'"));
