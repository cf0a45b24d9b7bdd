import * as v from 'valibot';
import { type Complete, countFrom1, described, id, text, titled, waivers } from './fields.js';

export const sentenceSchema = titled(
  v.strictObject({
    id: described(id, 'By this claims and checks name the sentence. Paragraph and number.', 'p1s2'),
    text: described(
      text,
      'One sentence of the article in your own words, whole: with its source, hedge and condition.',
      'Ida Lund, the harbour master, said that nothing she had seen led her to think the pier unsafe.',
    ),
  }),
  'sentence',
  'One sentence of the article, retold.',
);

export const passageSchema = titled(
  v.strictObject({
    id: described(id, 'By this readings name the passage.', 'p1'),
    paragraph: v.exactOptional(
      described(
        countFrom1,
        'The number of the paragraph in the article, from 1; shown as ¶1. Without it: the number after that of the passage before.',
        1,
      ),
    ),
    section: v.exactOptional(
      described(
        text,
        'A heading above the passage, in your own words, where a part begins.',
        'The letter',
      ),
    ),
    sentences: titled(
      v.pipe(
        v.array(sentenceSchema),
        v.minLength(1, 'is an empty list: give at least one sentence'),
      ),
      'sentences',
      'One for each sentence of the paragraph, in its order.',
    ),
    allow: waivers,
  }),
  'passage',
  'One paragraph of the article, retold.',
);

export const passagesSchema = titled(
  v.strictObject({ passages: v.array(passageSchema) }),
  'passages.yaml',
  'The article, retold: a passage for each paragraph, a sentence for each sentence.',
);

export type SentenceValue = v.InferOutput<typeof sentenceSchema>;

export type WrittenPassage = v.InferOutput<typeof passageSchema>;

export type PassageValue = Complete<WrittenPassage, 'paragraph'>;
