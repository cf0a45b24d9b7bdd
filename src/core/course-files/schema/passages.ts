import * as v from 'valibot';
import { type Complete, countFrom1, described, id, text, titled, waivers } from './fields.js';

export const sentenceSchema = titled(
  v.strictObject({
    id: described(
      id,
      'The id of the sentence, made of its paragraph and number. Claims and checks refer to it.',
      'p1s2',
    ),
    text: described(
      text,
      'One sentence of the article in your own words, with its source, hedges and conditions.',
      'Ida Lund, the harbour master, said that nothing she had seen led her to think the pier unsafe.',
    ),
  }),
  'sentence',
  'One sentence of the article, retold.',
);

export const passageSchema = titled(
  v.strictObject({
    id: described(id, 'The id of the passage. Readings refer to it.', 'p1'),
    paragraph: v.exactOptional(
      described(
        countFrom1,
        'The number of the paragraph in the article. Learners see it as ¶1. Default: one more than the passage before.',
        1,
      ),
    ),
    section: v.exactOptional(
      described(
        text,
        'A heading above the passage, in your own words, if a part of the story begins here.',
        'The letter',
      ),
    ),
    sentences: titled(
      v.pipe(
        v.array(sentenceSchema),
        v.minLength(1, 'is an empty list: give at least one sentence'),
      ),
      'sentences',
      'The sentences of the paragraph, in order.',
    ),
    allow: waivers,
  }),
  'passage',
  'One paragraph of the article, retold.',
);

export const passagesSchema = titled(
  v.strictObject({ passages: v.array(passageSchema) }),
  'passages.yaml',
  'The article, retold sentence by sentence.',
);

export type SentenceValue = v.InferOutput<typeof sentenceSchema>;

export type WrittenPassage = v.InferOutput<typeof passageSchema>;

export type PassageValue = Complete<WrittenPassage, 'paragraph'>;
