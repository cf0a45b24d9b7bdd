import type { FirstLesson, SourceChoice } from '../../core/story/first-lesson.js';
import type { DraftClaim } from '../../core/story/ledger-draft.js';
import { comment, toDo, yamlText } from './yaml-text.js';

const HEAD = [
  'The first lesson: a reading, a question, a question in the text, and a board. Write it when the passages and the claims',
  'are done. Each question is about a claim of ledger.yaml, and its proof is the sentence of that claim.',
];

export const LESSON_ID = 'first-lesson';

/** @param texts the story's sentences by id */
export function lessonFile(lesson: FirstLesson, texts: ReadonlyMap<string, string>): string {
  const about = ({ sentence }: DraftClaim): string[] =>
    comment(`${sentence}: ${texts.get(sentence) ?? ''}`, 4);
  return [
    ...HEAD.map((line) => `# ${line}`),
    `id: ${LESSON_ID}`,
    `title: ${toDo('a title that gives no answer away')}`,
    `goal: ${toDo('what one can do after it, in a line')}`,
    'minutes: 5',
    'steps:',
    ...reading(lesson.paragraphs),
    ...whoQuestion(lesson.who, about),
    ...(lesson.where ? whereQuestion(lesson.where, about) : []),
    ...(lesson.board ? board(lesson.board, about) : []),
  ].join('\n');
}

type About = (claim: DraftClaim) => string[];

const reading = (paragraphs: number): string[] => [
  '  - reading: read-first',
  `    passages: [${Array.from({ length: paragraphs }, (_, i) => `p${i + 1}`).join(', ')}]`,
  `    lookFor: ${toDo('what to watch for, without giving an answer away')}`,
];

const whoQuestion = ({ claim, choices }: FirstLesson['who'], about: About): string[] => [
  '',
  '  # A question to finish. The first choice is right, because it has no misreading; learners see them shuffled.',
  ...about(claim),
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
    `        feedback: ${toDo(i > 0 ? `what ${inText(choice)} says instead, in a short sentence` : 'the words of the story that say so')}`,
  ]),
];

const inText = ({ name }: SourceChoice): string =>
  name.replace(/^(?:The|An?|One)\b/, (word) => word.toLowerCase());

const whereQuestion = (
  { claim, sentences }: NonNullable<FirstLesson['where']>,
  about: About,
): string[] => [
  '',
  '  # A question in the text: learners choose a sentence of your retelling.',
  ...about(claim),
  '  - check: which-sentence',
  `    stem: ${toDo('Which sentence says that …?')}`,
  '    skill: sourcing',
  `    claims: [${claim.id}]`,
  '    choices:',
  ...sentences.flatMap((id) => [
    `      - id: ${id}`,
    `        sentence: ${id}`,
    ...(id === claim.sentence ? [] : ['        misreading: wrong-source']),
    `        feedback: ${toDo(id === claim.sentence ? 'the words that say so' : 'what this sentence says instead')}`,
  ]),
];

const board = ({ headings, rows }: NonNullable<FirstLesson['board']>, about: About): string[] => [
  '',
  '  # A board: learners put each statement under the one who says it.',
  '  - sort: who-says-which',
  '    stem: Who says each of these?',
  '    misreading: wrong-source',
  '    headings:',
  ...headings.map(({ id, name }) => `      - { id: ${id}, text: ${yamlText(name)}, names: ${id} }`),
  '    rows:',
  ...rows.flatMap((claim) => [
    ...about(claim).map((line) => `    ${line}`),
    `      - id: row-${claim.id}`,
    `        statement: ${toDo('what is said, in a few words, without saying by whom')}`,
    `        heading: ${claim.source}`,
    '        skill: attribution',
    `        claims: [${claim.id}]`,
    `        feedback: ${toDo('the words of the story that say so')}`,
  ]),
];
