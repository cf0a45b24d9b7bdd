import type { StoryDraft } from '../../core/story/draft.js';
import { sentenceId } from '../../core/story/ledger-draft.js';
import { limitingWords } from '../../core/story/limiting-words.js';
import type { Paragraph } from '../../core/story/story.js';
import { comment, toDo } from './yaml-text.js';

const HEAD = [
  'Begin here. The story, sentence by sentence: above each TODO is a sentence of the story. Write it in your own words,',
  'with everything that limits it: who says so, and words such as "if" or "could". Copy no more than six words in a row.',
  'A quotation becomes "Ann Roe said that …". These comments have the words of the story: delete them at the end.',
];

export function passagesFile({ story: { paragraphs }, lesson, unnamed }: StoryDraft): string {
  return [
    ...HEAD.map((line) => `# ${line}`),
    'passages:',
    ...paragraphs.flatMap((paragraph, i) => [
      ...(i > 0 ? [''] : []),
      ...(i === lesson.paragraphs ? NOT_YET : []),
      ...passage(paragraph, i + 1, unnamed, i < lesson.paragraphs),
    ]),
  ].join('\n');
}

const NOT_YET = [
  '  # The first lesson ends here. The rest can wait: preview shows what is ready. If a reading shows a passage,',
  "  # delete the line 'allow' of this passage.",
];

function passage(
  { heading, sentences }: Paragraph,
  number: number,
  unnamed: StoryDraft['unnamed'],
  isRead: boolean,
): string[] {
  return [
    ...(heading ? comment(`The story has a heading here: ${heading}`, 2) : []),
    `  - id: p${number}`,
    ...(heading ? [`    section: ${toDo('a heading of your own, or delete this line')}`] : []),
    ...(isRead ? [] : [NOT_READ]),
    '    sentences:',
    ...sentences.flatMap((text, i) => {
      const id = sentenceId(number, i + 1);
      return sentence(text, id, unnamed.get(id));
    }),
  ];
}

const NOT_READ = '    allow: [{ rule: unshown-passage, why: No lesson shows it yet. }]';

function sentence(text: string, id: string, speaker: string | undefined): string[] {
  const words = limitingWords(text);
  return [
    ...comment(`${id}: ${text}`, 6),
    ...(speaker ? comment(`Who says it: ${speaker} (a guess)`, 6) : []),
    ...(words.length > 0 ? comment(`Don't lose: ${words.join(', ')}`, 6) : []),
    `      - id: ${id}`,
    `        text: ${toDo('retell the sentence above')}`,
  ];
}
