import type { FirstLesson } from '../../core/story/first-lesson.js';
import type { DraftClaim } from '../../core/story/ledger-draft.js';
import { comment, guess, toDo, yamlText } from './yaml-text.js';

const HEAD = [
  'The first lesson: a reading, a question, a question in the text, and a board. Write it when the passages and the claims',
  'are done. Each question is about a claim of ledger.yaml, and its proof is the sentence of that claim.',
];

export const LESSON_ID = 'first-lesson';

/** @param texts the story's sentences by id */
export function lessonFile(lesson: FirstLesson, texts: ReadonlyMap<string, string>): string {
  const about: About = ({ sentence }, indent) =>
    comment(`${sentence}: ${texts.get(sentence) ?? ''}`, indent);
  return [
    ...HEAD.map((line) => `# ${line}`),
    `id: ${LESSON_ID}`,
    '# Change these as you like. They must not give an answer away.',
    'title: Who says what',
    'goal: Say who says what at the beginning of the story.',
    'minutes: 5',
    'steps:',
    ...reading(lesson.paragraphs),
    ...whoQuestion(lesson.who, about),
    ...(lesson.where ? whereQuestion(lesson.where, about) : []),
    ...(lesson.board ? board(lesson.board, about) : []),
  ].join('\n');
}

/** The story's sentence that a question is about, as a comment. */
type About = (claim: DraftClaim, indent: number) => string[];

const reading = (paragraphs: number): string[] => [
  '  - reading: read-first',
  `    passages: [${Array.from({ length: paragraphs }, (_, i) => `p${i + 1}`).join(', ')}]`,
  '    lookFor: Who says what, and how are they named?',
];

const whoQuestion = ({ claim, choices }: FirstLesson['who'], about: About): string[] => [
  '',
  '  # Finish this question. The first choice is right, because it has no misreading. Learners see the choices shuffled.',
  ...about(claim, 2),
  '  - check: who-says-it',
  `    stem: ${toDo('Who says that …?')}`,
  '    skill: attribution',
  `    claims: [${claim.id}]`,
  '    choices:',
  ...choices.flatMap((choice, i) => [
    `      - id: ${choice.id}`,
    `        text: ${yamlText(choice.name)}`,
    ...(i > 0 ? ['        misreading: wrong-source'] : []),
    `        names: ${choice.id}`,
    `        feedback: ${toDo(i > 0 ? 'what this source says instead, in a short sentence' : PROOF)}`,
  ]),
  ...FILLERS.slice(choices.length).flat(),
];

const PROOF = 'the words of the story that say so';

/** Three choices, if the story has fewer sources. */
const FILLERS = [
  [],
  [
    '      - id: somebody',
    `        text: ${toDo('somebody who is mentioned and does not say it')}`,
    '        misreading: not-in-article',
    `        feedback: ${toDo('what the story says of them')}`,
  ],
  [
    '      - id: open',
    '        open: true',
    '        text: The story does not say',
    `        feedback: ${toDo(PROOF)}`,
  ],
];

const whereQuestion = (
  { claim, sentences }: NonNullable<FirstLesson['where']>,
  about: About,
): string[] => [
  '',
  '  # A question in the text: learners choose a sentence of your retelling. Your question decides which skill and',
  '  # misreadings fit: correct these guesses.',
  ...about(claim, 2),
  '  - check: which-sentence',
  `    stem: ${toDo('Which sentence says that …?')}`,
  `    skill: sourcing${guess()}`,
  `    claims: [${claim.id}]`,
  '    choices:',
  ...sentences.flatMap((id) => [
    `      - id: ${id}`,
    `        sentence: ${id}`,
    ...(id === claim.sentence ? [] : [`        misreading: wrong-source${guess()}`]),
    `        feedback: ${toDo(id === claim.sentence ? 'the words that say so' : 'what this sentence says instead')}`,
  ]),
];

const board = ({ headings, rows }: NonNullable<FirstLesson['board']>, about: About): string[] => [
  '',
  '  # A board: learners put each statement under its source.',
  '  - sort: who-says-which',
  '    stem: Who says each of these?',
  '    misreading: wrong-source',
  '    headings:',
  ...headings.map(({ id, name }) => `      - { id: ${id}, text: ${yamlText(name)}, names: ${id} }`),
  '    rows:',
  ...rows.flatMap((claim) => [
    ...about(claim, 6),
    `      - id: row-${claim.id}`,
    `        statement: ${toDo('what is said, in a few words, without saying by whom')}`,
    `        heading: ${claim.source}`,
    '        skill: attribution',
    `        claims: [${claim.id}]`,
    `        feedback: ${toDo(PROOF)}`,
  ]),
];
