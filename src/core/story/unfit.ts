import type { StoryDraft } from './draft.js';
import { isEnglish } from './is-english.js';
import type { Story } from './story.js';

/** Everything that no text has: escape codes and other controls, apart from tabs and line breaks. */
const CONTROL = /(?![\t\n\v\f\r\u0085])\p{Cc}/u;

/** Ten times as many as in a long report. */
const MOST_CHARACTERS = 300_000;

/** In characters. One sentence of such a length does not show its language. */
const TOO_SHORT_TO_TELL = 300;

/** Why no course can be made from a text, as the end of a sentence about its file; undefined if one can. */
export function unfitText(text: string): string | undefined {
  if (text.length > MOST_CHARACTERS)
    return 'is too long for a news story: give the text of one story';
  const control = text.search(CONTROL);
  if (control >= 0) {
    const line = text.slice(0, control).split('\n').length;
    return `has a control character in line ${line}, which no story has: save it as plain text`;
  }
  return undefined;
}

/**
 * Sentences, and claims: a file of a course for 600 of either would be too large to read, and its author adds to it.
 * A long report has 150 sentences.
 */
const MOST = 400;

/** In characters. Ten times as many as in a long sentence. The time to find speakers grows with its square. */
const LONGEST_SENTENCE = 3000;

/** The same for the story in the text. */
export function unfitStory({ paragraphs }: Story, text: string): string | undefined {
  const { length } = paragraphs.flatMap(({ sentences }) => sentences);
  const isShort = length === 1 && text.length <= TOO_SHORT_TO_TELL;
  if (!isShort && !isEnglish(text))
    return 'does not look like English, and only English stories can be read: leave --from out for a small course to change';
  if (length < 2)
    return `has ${length === 0 ? 'no complete sentence' : 'only one sentence'}, and a course needs several: give a longer story`;
  if (length > MOST) return `has ${length} sentences, ${ASK_FOR_LESS}`;
  return tooLongSentence(paragraphs);
}

function tooLongSentence(paragraphs: Story['paragraphs']): string | undefined {
  for (const [i, { sentences }] of paragraphs.entries()) {
    const long = sentences.find((sentence) => sentence.length > LONGEST_SENTENCE);
    if (long !== undefined)
      return `has a sentence of ${long.length} characters in paragraph ${i + 1}, and at most ${LONGEST_SENTENCE} can be read: end each sentence with a full stop`;
  }
  return undefined;
}

/** The same for the draft of the story. */
export const unfitDraft = ({ claims }: StoryDraft): string | undefined =>
  claims.length > MOST ? `reports ${claims.length} statements, ${ASK_FOR_LESS}` : undefined;

const ASK_FOR_LESS = `and a course can begin with ${MOST} at most: give a part of the story`;
