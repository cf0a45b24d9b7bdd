import * as v from 'valibot';
import { NAMING_MEANINGS, SOURCE_TYPE_MEANINGS } from '../../course/glossary.js';
import { SOURCE_TYPES } from '../../course/ledger.js';
import { described, id, text, titled, waivers, word } from './fields.js';

export const sourceSchema = titled(
  v.strictObject({
    id: described(id, 'By this the ledger and the choices name the source.', 'harbour-master'),
    name: described(text, 'As shown in a list.', 'Ida Lund'),
    type: word(
      SOURCE_TYPES,
      SOURCE_TYPE_MEANINGS,
      'What the source is. A document needs format 2.',
    ),
    naming: word(
      ['named', 'described', 'anonymous'],
      NAMING_MEANINGS,
      'How the article lets us know the source.',
    ),
    role: described(text, 'What the article says of the role, in a few words.', 'harbour master'),
    side: described(
      text,
      'The party that the source belongs to, `none`, or `not-stated`.',
      'The harbour',
    ),
    speaksFor: v.exactOptional(
      described(
        text,
        'The organisation spoken for, where the article says so.',
        'the harbour office',
      ),
    ),
    allow: waivers,
  }),
  'source',
  'Somebody who tells something in the article, or whose act it tells of.',
);

export const sourcesSchema = titled(
  v.strictObject({ sources: v.array(sourceSchema) }),
  'sources.yaml',
  'Everyone who tells something in the article.',
);

export type SourceValue = v.InferOutput<typeof sourceSchema>;
