import type { Kind } from '../../course/ledger.js';

export type ReportingVerb = {
  readonly lemma: string;
  readonly kind: Kind;
  /** `say`, `tell` and `add` need nobody who could speak: a sign says something, too. */
  readonly anySubject: boolean;
  /** The subject can come after the verb: “…,” said Ann Roe. */
  readonly inverts: boolean;
  /** `past` is also the form after "was" and "had". */
  readonly form: 'base' | 'present' | 'past' | 'ing';
  /** A noun has the same form, such as "demands". */
  readonly nounLike: boolean;
  /** What must follow, as a pattern of lower-case text. */
  readonly next?: RegExp;
};

type VerbRow = readonly [kind: Kind, verbs: string, next?: RegExp];

const CONTENT =
  /^(?:[\p{L}]+ly )?(?:that|it|he|she|they|we|the|a|an|there|this|these|his|her|its|their|no|in|as|what|how|why|whether|to|\p{L}+ing)\b|^["“‘':]|^\p{L}+(?: \p{L}+){0,4} (?:is|are|was|were|had|has|have|will|would|could)\b/u;

/** "offered a deal", "offered the union talks", and not "offered little hope". */
const OFFERED =
  /^(?!(?:\S+ ){0,2}(?:no|little|few)\b)(?:(?:to|an?|his|her|its|their|the|more|\p{L}+ing)\b|[$£€\d]|(?:\S+ ){1,3}(?:an?|the|to) )/u;

const NOT_A_PLACE = /^(?!(?:at|to the|by|up|in the|on the)\b)/;

/** Regular verbs by their base; others with past, and participle if it differs. A trailing `*` marks what is a noun, too. */
const ROWS: readonly VerbRow[] = [
  ['statement', 'say/said', /^(?!to (?:be|have)\b)/],
  ['statement', 'post*', /^(?:on|that)\b|^["“]/],
  ['statement', 'wonder', /^(?:aloud|if|whether|why|how|what)\b/],
  [
    'statement',
    'tell/told add explain write/wrote/written announce reveal recall remark* joke reply* quip allege tweet* apologise apologize',
  ],
  [
    'statement',
    'respond testify comment* state* note* report* mention* disclose declare confirm acknowledge admit/admitted concede observe answer* rule* learn advise',
    CONTENT,
  ],
  ['statement', 'point*/pointed', /^out\b/],
  ['statement', 'show*/showed/shown find*/found indicate suggest', CONTENT],
  ['position', 'argue insist maintain stress* emphasise emphasize reiterate contend assert'],
  ['position', 'claim* agree disagree complain question* challenge*', /^(?!(?:by|from|for)\b)/],
  [
    'position',
    'criticise criticize condemn praise* welcome* oppose object* defend blame* accuse',
    NOT_A_PLACE,
  ],
  [
    'position',
    'support* back*',
    /^(?:the|a|his|her|its|their|any|this|that|calls?|plans?|it|him|them)\b/,
  ],
  ['demand', 'demand* urge* request*', /^(?!by\b|anonymity)/],
  ['demand', 'call*', /^(?:for\b|on (?:\S+ ){1,6}to\b)/],
  [
    'demand',
    'ask',
    /^(?!(?:about|by|not to be|for anonymity|to (?:remain|stay) (?:anonymous|unnamed))\b|that (?:his|her|their) (?:\S+ )?names?)/,
  ],
  ['demand', 'want', /^(?!(?:by|for)\b)/],
  ['demand', 'recommend', /^(?!by\b)/],
  [
    'demand',
    'press plead appeal* push* campaign* lobby*',
    /^(?:for|to|with|on|(?:\p{L}+ ){1,4}to)\b/u,
  ],
  [
    'refusal',
    'refuse* reject decline*',
    /^(?!by\b|to (?:be (?:named|identified)|give (?:his|her|their))\b)/,
  ],
  ['refusal', 'rule*', /^out\b/],
  ['offer', 'offer* propose', OFFERED],
  [
    'pledge',
    'pledge* promise* vow* swear/swore/sworn guarantee* undertake/undertook/undertaken',
    /^(?!by\b)/,
  ],
  ['threat', 'threaten warn'],
  ['assessment', 'caution* speculate liken predict forecast*/forecast', /^(?!by\b)/],
  ['statement', 'continue begin/began/begun conclude', /^[.,:]|^$/],
  ['denial', 'deny dispute* rebut/rebutted refute', /^(?!(?:over|about|by|between|with)\b)/],
  [
    'denial',
    'dismiss',
    /^(?:the|a|any|it|that|this|as|claims?|suggestions?|concerns?|fears?|talk|reports?)\b/,
  ],
  [
    'assessment',
    'believe think/thought expect fear* doubt* hope* estimate* conclude suspect* worry* reckon',
    CONTENT,
  ],
  ['assessment', 'call* describe', /^(?:as|it|him|her|them|the|this|that|his|its|their)\b/],
  ['assessment', 'brand* label*', /^(?:it|him|her|them|the|this|that|his|its|their)\b/],
];

/** "said Ann Roe" means that she said it; "told Ann Roe" does not. */
const INVERTS =
  /^(?:say|add|explain|write|announce|recall|remark|joke|reply|quip|argue|insist|complain|declare|ask|warn|claim|admit|note|conclude|reveal|stress|state|confirm|demand|predict|testify|comment|report|agree|believe|think|tweet|answer|caution|continue|wonder|reckon)$/;

const formsOf = (verb: string): readonly (readonly [string, ReportingVerb['form']])[] => {
  const [lemma = '', past, participle] = verb.replace('*', '').split('/');
  const y = /[^aeiou]y$/.test(lemma);
  const stem = lemma.replace(/[ey]$/, '');
  const regular = lemma.endsWith('e') ? `${lemma}d` : y ? `${stem}ied` : `${lemma}ed`;
  const doubled =
    past?.endsWith(`${lemma.slice(-1)}ed`) && past.length > lemma.length + 2 ? lemma.slice(-1) : '';
  return [
    [lemma, 'base'],
    [y ? `${stem}ies` : `${lemma}${/(?:s|sh|ch)$/.test(lemma) ? 'es' : 's'}`, 'present'],
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
        const inverts = INVERTS.test(lemma);
        const nounLike = word.includes('*') && (form === 'base' || form === 'present');
        const verb = {
          lemma,
          kind,
          anySubject,
          inverts,
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
  /^(?:(?:declined|refused|declines|refuses) (?:through \S+(?: \S+)? |immediately |repeatedly )?(?:to (?:comment|answer|respond|discuss|say|be interviewed|speak)|(?:a |all |any |our )?(?:requests?|comment|invitation|interview))|(?:did not|didn't|has not|have not|had not|hasn't|haven't|hadn't|failed to|never) (?:immediately |yet |directly )?(?:respond|responded|reply|replied|return|returned|answer|answered|comment|commented)\b|(?:could not|couldn't) (?:immediately )?be (?:reached|contacted)|(?:would not|wouldn't|will not) (?:comment|say|discuss|be drawn)|(?:had|made|offered) no comment|(?:was|were) (?:not available|unavailable) for comment)/;
