import { sentenceId } from '../../core/story/ledger-draft.js';
import { limitingWords } from '../../core/story/limiting-words.js';
import type { Paragraph } from '../../core/story/story.js';
import { comment, toDo } from './yaml-text.js';

const HEAD = [
  'Begin here. The story, sentence by sentence: above each TODO is a sentence of the story. Write it in your own words,',
  'with everything that limits it: who says so, and words such as "if" or "could". Copy no more than six words in a row.',
  'A quotation becomes "Ann Roe said that …". These comments are the only words of the story: delete them at the end.',
];

export const passagesFile = (paragraphs: readonly Paragraph[], read: number): string =>
  [
    ...HEAD.map((line) => `# ${line}`),
    'passages:',
    ...paragraphs.flatMap((paragraph, i) => passage(paragraph, i + 1, i < read)),
  ].join('\n');

function passage({ heading, sentences }: Paragraph, number: number, isRead: boolean): string[] {
  return [
    ...(number > 1 ? [''] : []),
    ...(heading ? comment(`The story has a heading here: ${heading}`, 2) : []),
    `  - id: p${number}`,
    ...(heading ? [`    section: ${toDo('a heading of your own, or delete this line')}`] : []),
    ...(isRead ? [] : [NOT_READ]),
    '    sentences:',
    ...sentences.flatMap((text, i) => sentence(text, sentenceId(number, i + 1))),
  ];
}

const NOT_READ = '    allow: [{ rule: unshown-passage, why: No lesson shows it yet. }]';

function sentence(text: string, id: string): string[] {
  const words = limitingWords(text);
  const keep = words.length > 0 ? comment(`Keep what these words say: ${words.join(', ')}`, 6) : [];
  return [
    ...comment(`Story: ${text}`, 6),
    ...keep,
    `      - id: ${id}`,
    `        text: ${toDo('retell the sentence above')}`,
  ];
}
