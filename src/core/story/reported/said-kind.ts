import type { Kind } from '../../course/ledger.js';
import type { ReportingVerb } from './reporting-verbs.js';

/** What others would not want to happen. */
const HARM =
  '(?:close|shut|leave|move|quit|stop|stopped|cut|cancel|cancelled|strike|sue|sued|withdraw|end|go to court)';

/** What somebody announces, also by words before the verb: "The plant could close if it begins, she said". */
const CONDITIONAL: readonly (readonly [Kind, RegExp])[] = [
  [
    'threat',
    new RegExp(
      `\\b(?:will|would|could|may|might|(?:prepared|ready|willing) to) (?:be )?${HARM}\\b.* (?:if|unless)\\b`,
    ),
  ],
  [
    'threat',
    /\b(?:will|would|could)\b.*\b(?:unless\b|if (?:\S+ ){1,4}(?:do|does|did)(?: not|n't)\b)|\bunless\b.*\b(?:will|would)\b/,
  ],
  [
    'offer',
    /\b(?:is|are|was|were|be) (?:prepared|ready|willing) to\b(?!.*\b(?:unless|if .*(?:not|n't))\b)/,
  ],
];

/** What somebody who only "said" something did by it, by the words that follow; the first that fits. */
const BY_WORDS: readonly (readonly [Kind, RegExp])[] = [
  [
    'no-comment',
    /\b(?:inappropriate|not appropriate|unable|too early) to comment\b|\bno comment\b|\bcould not comment\b/,
  ],
  [
    'denial',
    /\b(?:was|were|is|are) (?:false|untrue|not true|nonsense|baseless|unfounded|without merit)\b/,
  ],
  ['refusal', /\bnot (?:prepared|ready|willing) to\b/],
  [
    'refusal',
    /^[^.]{0,60}\b(?:will|would|could|can)(?: not|n't) (?:\w+ly )?(?!be\b|have\b|say\b)\w+|\bcannot (?:accept|agree|sign|allow)\b/,
  ],
  ...CONDITIONAL,
  ['demand', /\b(?:request|demand) (?:was|is)\b|^(?:\S+ ){1,6}(?:must|needs? to)\b/],
  [
    'pledge',
    /\b(?:it|he|she|they|we|i|the (?:company|council|firm|government|group|department)) (?:will|would|'ll) (?!not\b|be\b|have\b)/,
  ],
  ['position', /\b(?:supports?|opposes?|favou?rs?|views?|should|ought|in favou?r|against)\b/],
  [
    'assessment',
    /\b(?:too|(?:un)?likely|could|may|might|probably|perhaps|seems?|worse|better|unfair|dangerous|lack|enough|fail(?:s|ed)?|represent(?:s|ed)|threatens|risk)\b/,
  ],
];

/** The source that warns would do it: "warned that it would". */
const OWN_ACT = /\b(?:it|he|she|they|we) (?:will|would|could|may|might)\b|^to\b/;

/**
 * The kind of a claim, as a guess from its verb and the words around it in lower case.
 * @param rest what follows, from the verb on
 * @param before what comes before in the sentence
 */
export function saidKind({ kind, lemma }: ReportingVerb, rest: string, before: string): Kind {
  const announced = SAID_BEFORE.test(before) ? kindBy(CONDITIONAL, before) : undefined;
  if (lemma === 'warn') {
    const isThreat = [announced, kindBy(CONDITIONAL, rest)].includes('threat');
    return isThreat || OWN_ACT.test(rest) ? 'threat' : 'assessment';
  }
  if (lemma === 'ask' && isQuestion(before, rest)) return 'statement';
  if (lemma === 'ask' && /^\S+ (?:why|whether|if|how)\b/.test(rest)) return 'position';
  const isOpen = kind === 'statement' || lemma === 'insist';
  return (isOpen && (announced ?? kindBy(BY_WORDS, rest))) || kind;
}

/** “Why?” she asked; she asked: “Why?” Other things that somebody asks are demands. */
const isQuestion = (before: string, rest: string): boolean =>
  /\?["”»’'](?: \S+){0,4} ?$/.test(before) ||
  /^asked\b[^"“«.;?]{0,60} ["“«‘'][^"”»]*\?["”»’']/.test(rest) ||
  (rest === 'asked.' && !/["”»’']/.test(before));

const kindBy = (rules: typeof BY_WORDS, text: string): Kind | undefined =>
  rules.find(([, words]) => words.test(text))?.[0];

/** A mark separates what is said from who says it. */
const SAID_BEFORE = /[,"”’]/;
