import type { Kind } from '../course/ledger.js';
import { NO_COMMENT, type ReportingVerb, reportingVerb } from './reporting-verbs.js';
import type { SpeakerPhrase } from './speaker-phrase.js';
import { agentAfter, type Subject, subjectAfter, subjectBefore } from './subject.js';
import { DETERMINERS, FORMS_OF_BE, isAdverb, isNegation, MODALS, type Word } from './words.js';

/** Words with which the story reports somebody: "said", "according to", "did not respond". */
export type Cue = {
  readonly text: string;
  readonly kind: Kind;
  /** Where the cue begins in the sentence. */
  readonly at: number;
  /** Undefined if the sentence goes on with the subject of the cue before, or of its beginning. */
  readonly subject: SpeakerPhrase | undefined;
};

/** The cues of a sentence in their order. Words in quotation marks report nothing. */
export function cuesIn(sentence: string, words: readonly Word[]): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as Word;
    if (word.quoted) continue;
    const cue = cueAt(sentence, words, i, cues.length > 0);
    if (!cue || isWithin(cue, cues, sentence)) continue;
    cues.push(cue);
    while (i + 1 < words.length && (words[i + 1]?.from ?? 0) < word.from + cue.text.length) i += 1;
  }
  return cues;
}

/** Whether a cue belongs to what an earlier one reports: "said the mayor had promised". */
function isWithin({ at, subject, text }: Cue, cues: readonly Cue[], sentence: string): boolean {
  const earlier = cues.at(-1);
  if (!earlier || !subject || /^according/i.test(text) || /^according/i.test(earlier.text))
    return false;
  return !NEW_CLAUSE.test(sentence.slice(earlier.at, at));
}

/** What ends the words that a cue reports. */
const NEW_CLAUSE =
  /[;—–]|,\s$|, (?:and|but|while|whereas|though|although|as|after|when)\b|\b(?:and|but|while|whereas|although|after|when)\b(?! \S+ly\b)/;

function cueAt(
  sentence: string,
  words: readonly Word[],
  i: number,
  isLater: boolean,
): Cue | undefined {
  const { from, to, lower } = words[i] as Word;
  const rest = sentence.slice(from).toLowerCase().replace(/’/g, "'");
  const cue = (length: number, kind: Kind, subject: Subject | undefined): Cue | undefined =>
    subject === undefined || (subject === 'same' && !isLater && kind === 'context')
      ? undefined
      : {
          text: sentence.slice(from, from + length),
          kind,
          at: from,
          subject: subject === 'same' ? undefined : subject,
        };
  if (rest.startsWith('according to '))
    return cue('according to'.length, 'statement', agentAfter(words, i + 2));
  const silence = NO_COMMENT.exec(rest)?.[0];
  if (silence) return cue(silence.length, 'no-comment', speaking(subjectBefore(words, i)));
  const verb = reportingVerb(lower, rest.slice(to - from).trimStart());
  if (!verb || isNoun(words, i, verb)) return undefined;
  return cue(to - from, kindOf(verb, rest), subjectOf(words, i, verb));
}

const speaking = (subject: Subject | undefined): Subject | undefined =>
  subject === 'same' || subject?.type || subject?.name || subject?.pronoun ? subject : undefined;

/** The word before, without adverbs between. */
function wordBefore(words: readonly Word[], i: number): Word | undefined {
  let at = i - 1;
  while (at > 0 && isAdverb(words[at]?.lower ?? '') && !isNegation(words[at]?.lower ?? '')) at -= 1;
  return words[i]?.before ? undefined : words[at];
}

function isNoun(words: readonly Word[], i: number, { nounLike, form }: ReportingVerb): boolean {
  const last = wordBefore(words, i)?.lower ?? '';
  if (DETERMINERS.has(last) && !/^(?:all|both|some|many|most|others?|few|one)$/.test(last))
    return true;
  return (
    (nounLike || form === 'base') &&
    /(?:['’]s|s['’])$|^(?:of|for|new|more|with|by|in|and|on|from)$/.test(last)
  );
}

function subjectOf(words: readonly Word[], i: number, verb: ReportingVerb): Subject | undefined {
  const last = wordBefore(words, i)?.lower ?? '';
  if (isNegation(last) || (verb.form === 'base' && MODALS.has(last))) return undefined;
  if (verb.form === 'past' && FORMS_OF_BE.has(last)) return agentAfter(words, byAfter(words, i));
  if (verb.form === 'ing' && !FORMS_OF_BE.has(last))
    return words[i]?.before.includes(',') ? 'same' : undefined;
  const subject = (verb.inverts ? subjectAfter(words, i) : undefined) ?? subjectBefore(words, i);
  return verb.anySubject ? subject : speaking(subject);
}

/** Where the one begins by whom something was said, in the same clause; past the end if nobody is given. */
function byAfter(words: readonly Word[], i: number): number {
  for (let at = i + 1; at < words.length && !/[,;:—–]/.test(words[at]?.before ?? ''); at += 1)
    if (words[at]?.lower === 'by') return at + 1;
  return words.length;
}

const REFUSES =
  /^\S+ (?:that )?(?:\S+ ){1,4}(?:will not|would not|won't|wouldn't|cannot|could not|can't|couldn't) (?:agree|accept|sign|support|allow|comply|pay|give|do|take|sell|move|leave|run)\b/;

const DENIES =
  /^\S+ .*\b(?:was|were|is|are) (?:false|untrue|not true|nonsense|baseless|unfounded)\b/;

const DEMANDS = /^\S+ (?:that )?(?:\S+ ){1,5}(?:must|should|needs? to|ought to) /;

const PROMISES = /^\S+ (?:that )?(?:it|he|she|they|we) (?:will|would) (?!not)/;

const JUDGES =
  /^\S+ (?:that )?.*\b(?:too|not enough|likely|unlikely|could|may|might|probably|seems?|worse|better|unfair|dangerous)\b/;

/** What is said can be more than a statement. */
function kindOf({ kind }: ReportingVerb, rest: string): Kind {
  if (kind !== 'statement') return kind;
  if (REFUSES.test(rest)) return 'refusal';
  if (DENIES.test(rest)) return 'denial';
  if (DEMANDS.test(rest)) return 'position';
  if (PROMISES.test(rest)) return 'pledge';
  return JUDGES.test(rest) ? 'assessment' : 'statement';
}
