import * as v from 'valibot';
import { NAMING_MEANINGS, SOURCE_TYPE_MEANINGS } from '../../course/glossary.js';
import { SOURCE_TYPES } from '../../course/ledger.js';
import { described, id, text, titled, waivers, word } from './fields.js';

export const sourceSchema = titled(
  v.strictObject({
    id: described(id, 'The id of the source. Claims and choices refer to it.', 'lund'),
    name: described(text, 'The name that learners see.', 'Ida Lund'),
    type: word(
      SOURCE_TYPES,
      SOURCE_TYPE_MEANINGS,
      'What the source is. A document needs format 2.',
    ),
    naming: word(
      ['named', 'described', 'anonymous'],
      NAMING_MEANINGS,
      'How the article names the source.',
    ),
    role: described(
      text,
      "What the article says about the source's role, in a few words.",
      'harbour master',
    ),
    side: described(
      text,
      'The side that the source belongs to, `none`, or `not-stated`.',
      'The harbour',
    ),
    speaksFor: v.exactOptional(
      described(
        text,
        'The organisation that the source speaks for, if the article says so.',
        'the harbour office',
      ),
    ),
    allow: waivers,
  }),
  'source',
  'Whoever says something in the article: a person, an organisation, a document or the article itself. Also someone whose act the article reports.',
);

export const sourcesSchema = titled(
  v.strictObject({ sources: v.array(sourceSchema) }),
  'sources.yaml',
  'Everyone who says something in the article.',
);

export type SourceValue = v.InferOutput<typeof sourceSchema>;
