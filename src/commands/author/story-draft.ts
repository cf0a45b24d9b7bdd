import { draftOf, type StoryDraft } from '../../core/story/draft.js';
import { storyIn } from '../../core/story/story.js';
import { unfitDraft, unfitStory, unfitText } from '../../core/story/unfit.js';
import { counted } from '../../core/text/english.js';
import { plainText } from '../../core/text/sanitize.js';
import { readStory } from '../../io/files/story-file.js';
import { asUserError, UserError } from '../errors.js';

/** Drafts a course from the text of a story. Throws a UserError if none can be made from it. */
export function draftFrom(file: string): StoryDraft {
  const refuseIf = (reason: string | undefined): void => {
    if (reason !== undefined) throw new UserError(`${plainText(file)} ${reason}`);
  };
  const text = asUserError(() => readStory(file, true));
  refuseIf(unfitText(text));
  const story = storyIn(text);
  refuseIf(unfitStory(story, text));
  const draft = draftOf(story);
  if (!draft) throw new UserError(`${plainText(file)} ${NOBODY}`);
  refuseIf(unfitDraft(draft));
  return draft;
}

const NOBODY =
  'names no speaker that the program can find, and a course asks who said what: choose another story';

/** What was found, and what to do with it. @param toType the line that runs a command on the folder */
export function draftedText(
  place: string,
  file: string,
  { story, sources, claims }: StoryDraft,
  toType: (command: string) => string,
): string {
  const sentences = story.paragraphs.flatMap((paragraph) => paragraph.sentences);
  const found = [
    counted(story.paragraphs.length, 'paragraph'),
    counted(sentences.length, 'sentence'),
    counted(sources.length, 'source'),
    counted(claims.length, 'claim'),
  ].join(', ');
  return [
    `Written to ${place}: a course from ${file} with ${found}.`,
    'Sources and claims are guesses. Begin with passages.yaml: replace each text that begins with TODO.',
    'To list what is still to do, and to see the course:',
    `${toType('check')}`,
    `${toType('preview')}`,
  ].join('\n');
}
