import type { StoryDraft } from '../../core/story/draft.js';
import { STORY_ITSELF } from '../../core/story/first-lesson.js';
import { type DraftClaim, type DraftSource, STORY } from '../../core/story/ledger-draft.js';
import { comment, guess, quotedText, toDo, yamlText } from './yaml-text.js';

const HEAD = [
  'Everyone who says something in the story. A program found them: look at each line that is marked as a guess.',
  'type: person, organisation or document. naming: named; described, by a role without a name; or anonymous, if the story',
  'says that they asked not to be named. side: the party that they belong to, none, or not-stated.',
];

export function sourcesFile({ sources, claims, lesson }: StoryDraft): string {
  const used = [...claims.map(({ source }) => source), ...lesson.who.choices.map(({ id }) => id)];
  return [
    ...HEAD.map((line) => `# ${line}`),
    'sources:',
    ...sources.flatMap((one) => [...placesOf(one, claims), ...source(one)]),
    ...(used.includes(STORY) ? OWN_VOICE : []),
  ].join('\n');
}

/** Where the source speaks. */
function placesOf({ id }: DraftSource, claims: readonly DraftClaim[]): string[] {
  const own = claims.filter(({ source }) => source === id).map(({ sentence }) => sentence);
  return comment(`In ${[...new Set(own)].join(', ')}`, 2);
}

const source = ({ id, name, role, type, naming }: DraftSource): string[] => [
  `  - id: ${id}`,
  `    name: ${yamlText(name)}`,
  `    type: ${type}${guess()}`,
  `    naming: ${naming}${guess()}`,
  role
    ? `    role: ${quotedText(role)}${guess()}`
    : `    role: ${toDo(`what the story says about ${name}, in a few words`)}`,
  `    side: not-stated${guess()}`,
  '',
];

const OWN_VOICE = [
  '  # What the story says in its own voice, without naming anyone.',
  `  - id: ${STORY}`,
  `    name: ${STORY_ITSELF.name}`,
  '    type: narration',
  '    naming: described',
  '    role: its own voice, where it names no speaker',
  '    side: none',
];
