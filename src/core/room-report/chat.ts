import { cleanName } from '../room/person.js';
import { likeCode } from './like-code.js';
import { isMoment, withoutMoment } from './moment.js';

/** A line of a chat. */
export type Spoken = {
  /** Who says it, if the line names somebody. */
  readonly sender?: string;
  /** What is said. Empty if the message is on the lines below. */
  readonly text: string;
  /** Whether the line has a time. */
  readonly hasTime: boolean;
};

/** Marks for the direction of writing, which some phones put into an export. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The field of a message in an export of Slack. */
const FIELD = /^"text": ?"/u;

/** A small picture by its name, such as ":palm_tree:". */
const PICTURE = / ?:[a-z][a-z_+-]+:(?= )/gu;

/** A message with the words of another one. */
const QUOTE = /^(?:reacted to|replying to|removed .{1,20} reaction from) ["“]/iu;

const TO_ALL =
  /^(?:from )?(.+?) to (?:everyone|all|me|you|hosts?)(?: ?\([^)]*\))?(?: ?: ?| |$)(.*)$/iu;
const TO_ONE = /^from (.+?) to [^:]+?(?: ?: ?(.*))?$/iu;
const FROM = /^from ([^:]+?) ?: ?(.*)$/iu;
const COLON = /^([^:]{1,60}?) ?: ?(.*)$/u;

/** Divides a line of a chat into who says it and what. */
export function spokenIn(line: string): Spoken {
  const tidy = line
    .normalize('NFKC')
    .replace(DIRECTIONS, '')
    .replace(FIELD, '')
    .replace(/\s+/gu, ' ')
    .replace(PICTURE, '')
    .replace(/^[-*•·] /u, '')
    .trim();
  const { text, had: hasTime } = withoutMoment(tidy);
  if (QUOTE.test(text)) return { text: '', hasTime: false };
  const layout = TO_ALL.exec(text) ?? TO_ONE.exec(text) ?? FROM.exec(text);
  const [, said = '', rest = ''] = layout ?? COLON.exec(text) ?? [];
  const isTalk = !layout && !hasTime && LOOSE_WORDS.test(said);
  const sender = isTalk ? undefined : senderIn(said);
  return sender === undefined ? { text, hasTime } : { sender, text: rest, hasTime };
}

/** What a chat or a phone adds to a name. */
const ADDED =
  /^~ ?| ?\((?:guest|unverified|external|host|co-?host|organi[sz]er|presenter|you|me)\)$/giu;

/** Talk such as "sorry, new one": no capital letter, and a comma or more than two words. */
const LOOSE_WORDS = /^(?=.*(?:,|\S\s+\S+\s+\S))[^\p{Lu}\p{Lt}\p{Lo}]*$/u;

function senderIn(said: string): string | undefined {
  const isCode = likeCode(said.split(' ')) !== undefined;
  return isCode || withoutLabel(said) !== said ? undefined : cleanName(said.replace(ADDED, ''));
}

/** Words before a code that are no name: "my code is", "Hand-in code", "here". */
const LABEL =
  /(?:^| )(?:(?:here(?:'s| is)?|this is|that is|that's) )?(?:(?:my|the|our) )?(?:hand-?in )?(?:codes?|results?|answers?|here|mine)(?: is)?(?: mine)?$/iu;

const withoutLabel = (said: string): string =>
  said
    .replaceAll('’', "'")
    .replace(/ here is mine$|^here is mine$/iu, '')
    .replace(LABEL, '');

/** Talk that could be a name. */
const TALK =
  /^(?:thanks|thank you|thx|done|finished|hello|hi|hey|ok|okay|yes|no|sorry|bye|great|new|today|yesterday)$/iu;

const WORD = "[\\p{L}\\p{M}\\p{N}\\p{Pd}.'’]+";
/** At most three words without punctuation: longer lines are talk. */
const NAME = new RegExp(`^(?!\\p{Ll})${WORD}(?: ${WORD}){0,2}$`, 'u');
/** Beside a time: up to six words, the first and the last with a capital letter, a comma, and a remark in brackets. */
const NAME_AT_A_TIME = new RegExp(
  `^(?:${WORD}|(?!\\p{Ll})${WORD},?(?: ${WORD},?){0,4} (?!\\p{Ll})${WORD})(?: \\([^)]*\\))?$`,
  'u',
);

/** The name that is alone on a line, with or without a colon; undefined if the line is something else. */
function nameAlone(line: string): string | undefined {
  const { sender, text, hasTime } = spokenIn(line);
  if (isMoment(line) || (sender !== undefined && text !== '')) return undefined;
  if (sender === undefined && hasTime) return nameAtATime(text);
  const name = (sender ?? text).replace(ADDED, '');
  return NAME.test(name) && !TALK.test(name) && withoutLabel(name) === name
    ? cleanName(name)
    : undefined;
}

/** A name that is beside a time. */
function nameAtATime(said: string): string | undefined {
  const name = said.replace(/^~ ?/u, '');
  return NAME_AT_A_TIME.test(name) && !TALK.test(name)
    ? cleanName(name.replace(ADDED, ''))
    : undefined;
}

/** Who speaks on a line, by the lines above it, and the indices of the lines that say so. */
export type WhoSpeaks = { readonly name: string; readonly lines: readonly number[] };

/** For each line, whom the lines above it name as the one who speaks. A name alone counts for the next line. */
export function speakersOf(lines: readonly string[]): (WhoSpeaks | undefined)[] {
  let speaker: WhoSpeaks | undefined;
  return lines.map((_, i) => {
    const above = i > 0 ? nameAlone(lines[i - 1] ?? '') : undefined;
    const here = above === undefined ? speaker : { name: above, lines: [i - 1] };
    speaker = speakerAfter(lines, i, speaker);
    return here;
  });
}

/** "to Everyone", which a chat puts on a line between a name and a time. */
const RECEIVER = /^to (?:everyone|all|me|you|hosts?)$/iu;

function speakerAfter(
  lines: readonly string[],
  i: number,
  speaker: WhoSpeaks | undefined,
): WhoSpeaks | undefined {
  const line = (lines[i] ?? '').normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (isMoment(line)) {
    const at = RECEIVER.test((lines[i - 1] ?? '').trim()) ? i - 2 : i - 1;
    const name = nameAtATime(spokenIn(lines[at] ?? '').text);
    return name === undefined ? speaker : { name, lines: [at, i] };
  }
  const { sender, text, hasTime } = spokenIn(line);
  if (sender !== undefined)
    return text === '' || hasTime ? { name: sender, lines: [i] } : undefined;
  const name = hasTime ? nameAtATime(text) : undefined;
  return name === undefined ? speaker : { name, lines: [i] };
}

const CAPITALS = /^[\p{Lu}\p{Lt}\p{Lo}]\S*(?: [\p{Lu}\p{Lt}\p{Lo}]\S*){0,2}$/u;

/**
 * The name for a code or for numbers: the one that is written before them, or else who says them.
 * @param before the words before a code in a message
 * @param by who says it, if that is known. Then words without capital letters and without a colon are talk, and so are loose
 * words with one
 */
export function nameFor(before: string, by: string | undefined): string | undefined {
  const words = before.replace(/[\s,;:|"“”'‘«»]+/gu, ' ').replace(/ [\p{Pd}=>]+ $/u, '');
  const own = cleanName(withoutLabel(words.trim()));
  if (own === undefined || by === undefined) return own ?? by;
  const isLabel = /:\W*$/u.test(before) && !LOOSE_WORDS.test(before);
  return isLabel || CAPITALS.test(own) ? own : by;
}

/** The name in the words before the numbers of a line. */
export function nameIn(said: string): string | undefined {
  const { sender, text } = spokenIn(said);
  return cleanName(text.replace(ADDED, '').replace(/ ?:$/u, '')) ?? sender;
}
