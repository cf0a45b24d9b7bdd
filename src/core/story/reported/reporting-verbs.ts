import type { Kind } from '../../course/ledger.js';

export type ReportingVerb = {
  readonly lemma: string;
  readonly kind: Kind;
  /** `say`, `tell` and `add` need nobody who could speak: a sign says something, too. */
  readonly anySubject: boolean;
  /** `past` is also the form after "was" and "had". */
  readonly form: 'base' | 'present' | 'past' | 'ing';
  /** A noun has the same form, such as "demands". */
  readonly nounLike: boolean;
  /** What must follow, as a pattern of lower-case text. */
  readonly next?: RegExp;
};

type VerbRow = readonly [kind: Kind, verbs: string, next?: RegExp];

const CONTENT =
  /^(?:that|it|s?he|they|we|the|an?|there|this|these|his|her|its|their|no|in|as|what|how|why|whether|to|\p{L}+ing)\b|^["“‘':]|^(?:\p{L}+ ){1,5}(?:is|are|was|were|had|has|have|will|would|could)\b/u;

/** Somebody or something that is called names, and no place or time. */
const OBJECT =
  /^(?:as|it|him|her|them|the|an?|any|this|that|these|those|his|its|their|calls?|claims?|plans?)\b/;

const NOT_BY = /^(?!(?:by|up|anonymity)\b)/;

/** "offered a deal", "offered the union talks", and not "offered little hope". */
const OFFERED =
  /^(?!(?:\S+ ){0,2}(?:no|little|few)\b)(?:(?:to|more|\p{L}+ing)\b|[$£€\d]|(?:\S+ ){0,3}(?:an?|the|to|his|her|its|their) )/u;

/** Regular verbs by their base; others with past, and participle if it differs. A trailing `*` marks what is a noun, too. */
const ROWS: readonly VerbRow[] = [
  ['statement', 'say/said', /^(?!to (?:be|have)\b)/],
  [
    'statement',
    'tell/told add explain write/wrote/written announce reveal recall remark* joke reply* allege apologise',
  ],
  [
    'statement',
    'wonder respond testify comment* state* note* report* mention* disclose declare confirm acknowledge admit/admitted concede observe answer* rule* learn advise show*/showed/shown find*/found indicate suggest',
    CONTENT,
  ],
  ['statement', 'post*', /^(?:on|that)\b/],
  ['statement', 'point*/pointed', /^out\b/],
  ['statement', 'go/went', /^on\b/],
  ['statement', 'continue conclude', /^[.,:]|^$/],
  ['position', 'argue insist maintain stress* emphasise emphasize reiterate contend assert'],
  ['position', 'claim* agree disagree complain question*', /^(?!(?:by|from|for)\b)/],
  [
    'position',
    'criticise criticize condemn praise* welcome* oppose defend blame* accuse',
    /^(?!(?:at|to the|by|in)\b)/,
  ],
  ['position', 'support* back*', OBJECT],
  ['demand', 'demand* urge* request* recommend', NOT_BY],
  ['demand', 'call*', /^(?:for\b|on (?:\S+ ){1,6}to\b)/],
  [
    'demand',
    'ask',
    /^(?!(?:about|by|not to be|for anonymity|to (?:remain|stay) (?:anonymous|unnamed))\b|(?:that|for) (?:his|her|their) (?:\S+ )?names?|(?:\S+ ){0,4}not to (?:use|print|publish|give|reveal) (?:his|her|their) )/,
  ],
  ['demand', 'want', /^(?!(?:by|for)\b)/],
  ['demand', 'press plead appeal* push* campaign*', /^(?:for|to|with|on|(?:\p{L}+ ){1,4}to)\b/u],
  [
    'refusal',
    'refuse* reject decline*',
    /^(?!by\b|to (?:be (?:named|identified)|give (?:his|her|their))\b)/,
  ],
  ['refusal', 'rule*', /^out\b/],
  ['offer', 'offer* propose', OFFERED],
  ['pledge', 'pledge* promise* vow* swear/swore/sworn guarantee*', NOT_BY],
  ['threat', 'threaten warn'],
  ['denial', 'deny dispute* rebut/rebutted refute', /^(?!(?:by|over|about|with|between)\b)/],
  ['denial', 'dismiss', OBJECT],
  ['assessment', 'predict forecast*/forecast caution*', NOT_BY],
  [
    'assessment',
    'believe think/thought expect fear* doubt* hope* estimate* conclude suspect* worry* reckon',
    CONTENT,
  ],
  ['assessment', 'call* describe brand*', OBJECT],
];

const formsOf = (verb: string): readonly (readonly [string, ReportingVerb['form']])[] => {
  const [lemma = '', past, participle] = verb.replace('*', '').split('/');
  const y = /[^aeiou]y$/.test(lemma);
  const stem = lemma.replace(/[ey]$/, '');
  const regular = lemma.endsWith('e') ? `${lemma}d` : y ? `${stem}ied` : `${lemma}ed`;
  const doubled =
    past?.endsWith(`${lemma.slice(-1)}ed`) && past.length > lemma.length + 2 ? lemma.slice(-1) : '';
  return [
    [lemma, 'base'],
    [y ? `${stem}ies` : `${lemma}${/(?:s|sh|ch|o)$/.test(lemma) ? 'es' : 's'}`, 'present'],
    [past ?? regular, 'past'],
    [participle ?? past ?? regular, 'past'],
    [
      `${lemma.endsWith('e') && !lemma.endsWith('ee') ? lemma.slice(0, -1) : lemma}${doubled}ing`,
      'ing',
    ],
  ];
};

const VERBS: ReadonlyMap<string, readonly ReportingVerb[]> = (() => {
  const verbs = new Map<string, ReportingVerb[]>();
  for (const [kind, words, next] of ROWS)
    for (const word of words.split(' '))
      for (const [text, form] of new Map(formsOf(word))) {
        const lemma = word.replace(/[/*].*/, '');
        const anySubject = ['say', 'tell', 'add'].includes(lemma);
        const nounLike = word.includes('*') && (form === 'base' || form === 'present');
        const verb = {
          lemma,
          kind,
          anySubject,
          form,
          nounLike,
          ...(next ? { next } : {}),
        };
        verbs.set(text, [...(verbs.get(text) ?? []), verb]);
      }
  return verbs;
})();

/** The reporting verb that a word is, if what follows allows it. @param rest the lower-case text after the word */
export const reportingVerb = (word: string, rest: string): ReportingVerb | undefined =>
  VERBS.get(word)?.find(({ next }) => !next || next.test(rest));

/** Whether a word is a form of a reporting verb, whatever follows. */
export const mayReport = (word: string): boolean => VERBS.has(word);

/** Ways of saying nothing, in lower case, from the first word of the cue on. */
export const NO_COMMENT =
  /^(?:(?:declined|refused|declines|refuses) (?:through \S+(?: \S+)? |\S+ly )?(?:to (?:comment|answer|respond|discuss|say|speak)|(?:a |all )?(?:requests?|comment|interview))|(?:(?:did|has|have|had)(?: not|n't)|failed to|never) (?:\S+ly |yet )?(?:respond|repl[yi]|return|answer|comment)(?:ed)?\b|could(?: not|n't) (?:\S+ly )?be reached|(?:would not|wouldn't|will not) (?:comment|say|discuss|be drawn)|(?:had|made|offered) no comment|(?:was|were) (?:not |un)available for comment)/;
