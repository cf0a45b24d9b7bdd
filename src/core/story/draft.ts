import { type Attribution, attributionsIn } from './attributions.js';
import { type FirstLesson, firstLesson } from './first-lesson.js';
import {
  claimsOf,
  type DraftClaim,
  type DraftSource,
  sentenceId,
  sourcesOf,
} from './ledger-draft.js';
import type { Story } from './story.js';

/** What a program can find out about a story for a course: all of it is a guess. */
export type StoryDraft = {
  readonly story: Story;
  readonly sources: readonly DraftSource[];
  readonly claims: readonly DraftClaim[];
  /** Who speaks in a sentence that does not name them, by its id. */
  readonly unnamed: ReadonlyMap<string, string>;
  readonly lesson: FirstLesson;
};

/** Drafts a course; undefined if the story reports nobody as saying something. */
export function draftOf(story: Story): StoryDraft | undefined {
  const attributions = attributionsIn(story);
  // A quotation that somebody only goes on with is no claim.
  if (attributions.every(({ cue }) => cue === undefined)) return undefined;
  const sources = sourcesOf(attributions);
  const claims = claimsOf(attributions, sources);
  const all = [...sources.values()];
  return { story, unnamed: unnamedIn(attributions), ...withLesson(story, all, claims) };
}

const unnamedIn = (attributions: readonly Attribution[]): Map<string, string> =>
  new Map(
    attributions
      .filter(({ cue, guess = '' }) => cue === undefined || /^(?:s?he|it|they)$/i.test(guess))
      .map(({ paragraph, sentence, speaker }) => [sentenceId(paragraph, sentence), speaker.name]),
  );

function withLesson(story: Story, sources: readonly DraftSource[], claims: readonly DraftClaim[]) {
  const lesson = firstLesson(story, sources, claims);
  const places = new Map(
    story.paragraphs.flatMap(({ sentences }, p) =>
      sentences.map((_, s) => [sentenceId(p + 1, s + 1), p * 1000 + s] as const),
    ),
  );
  const order = ({ sentence }: DraftClaim): number => places.get(sentence) ?? 0;
  const inOrder = [...claims, ...lesson.added].sort((a, b) => order(a) - order(b));
  return { sources, claims: inOrder, lesson };
}
