import { STORY_ITSELF } from '../../core/story/first-lesson.js';
import { type DraftSource, STORY } from '../../core/story/ledger-draft.js';
import { guess, toDo, yamlText } from './yaml-text.js';

const HEAD = [
  'Everyone who says something in the story. A program found them: look at each line that is marked as a guess.',
  'type: person, organisation or document. naming: named; described, by a role without a name; or anonymous, if the story',
  'says that they asked not to be named. side: the party that they belong to, none, or not-stated.',
];

export const sourcesFile = (sources: readonly DraftSource[]): string =>
  [...HEAD.map((line) => `# ${line}`), 'sources:', ...sources.flatMap(source), ...OWN_VOICE].join(
    '\n',
  );

const source = ({ id, name, role, type, naming }: DraftSource): string[] => [
  `  - id: ${id}`,
  `    name: ${yamlText(name)}`,
  `    type: ${type}${guess()}`,
  `    naming: ${naming}${guess()}`,
  `    role: ${role ? `${yamlText(role)}${guess()}` : toDo(`what the story says of ${name}, in a few words`)}`,
  `    side: not-stated${guess()}`,
  '',
];

const OWN_VOICE = [
  '  # What the story says in its own voice, without naming anyone.',
  `  - id: ${STORY}`,
  `    name: ${STORY_ITSELF.name}`,
  '    type: narration',
  '    naming: described',
  '    role: its own voice, if it names nobody who says so',
  '    side: none',
];
