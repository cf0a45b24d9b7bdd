import * as v from 'valibot';
import { BASIS_MEANINGS, KIND_MEANINGS } from '../../course/glossary.js';
import { KINDS } from '../../course/ledger.js';
import { type Complete, described, id, text, titled, waivers, word } from './fields.js';

const detailFields = v.strictObject({
  value: v.exactOptional(
    described(
      text,
      'The detail, in a few words. Leave it out if the basis is `not-stated`.',
      'Monday',
    ),
  ),
  basis: word(['stated', 'derived', 'not-stated'], BASIS_MEANINGS, 'How you know the detail.'),
});

const detail = (description: string, example: v.InferInput<typeof detailFields>) =>
  described(detailFields, description, example);

export const detailSchema = titled(detailFields, 'detail', 'A detail, and how you know it.');

export const claimSchema = titled(
  v.strictObject({
    id: described(id, 'The id of the claim. Checks refer to it.', 'brandt-warned'),
    source: described(id, 'Who says it: the id of a source.', 'brandt'),
    actor: v.exactOptional(
      described(
        text,
        "Whose act, demand or view it is, if it is not the source's: the id of a source, a name, or `not-stated`.",
        'the ferry company',
      ),
    ),
    side: v.exactOptional(
      described(
        text,
        'The side of the actor, for the map of who wants what. An actor that is not in sources.yaml needs a side. Default: the side of the actor, or of the source if there is no actor.',
        'the ferry company',
      ),
    ),
    target: v.exactOptional(
      described(
        text,
        'To whom the demand, threat or offer is addressed: the id of a source, or a name.',
        'the council',
      ),
    ),
    kind: word(
      KINDS,
      KIND_MEANINGS,
      'What the source does with the claim, such as refusing something.',
    ),
    presupposed: v.exactOptional(
      described(
        v.boolean(),
        'Write `true` if the article takes the claim for granted and nobody in the article says so.',
        true,
      ),
    ),
    content: described(
      text,
      'What the source says, in a complete sentence that names the source.',
      'Jonas Brandt warned that unless the council pays for another lamp, no night ferry will cross to Holm.',
    ),
    said: v.exactOptional(
      described(
        text,
        'What the source says, in a sentence that does not name the source. “Who said it?” asks only about claims with this field.',
        'Unless the council pays for another lamp, no night ferry will cross to Holm.',
      ),
    ),
    channel: v.exactOptional(
      detail('How the source said it, such as in a letter. Default: not stated.', {
        value: 'a letter to the council',
        basis: 'stated',
      }),
    ),
    when: v.exactOptional(
      detail('When the source said or did it. Default: not stated.', {
        value: 'Monday',
        basis: 'stated',
      }),
    ),
    condition: v.exactOptional(
      described(
        text,
        'The words of the sentence that name a condition, copied from it.',
        'unless the council pays',
      ),
    ),
    hedge: v.exactOptional(
      described(
        text,
        'The words of the sentence that make the claim less certain, copied from it.',
        'nothing she had seen',
      ),
    ),
    sentence: described(id, 'The id of the sentence that reports the claim.', 'p1s1'),
    alike: v.exactOptional(
      described(
        id,
        'An id of your choice. Give the same id to all claims that say the same. The program then never treats one of them as a wrong answer to a question about another.',
        'another-lamp',
      ),
    ),
    exercise: v.exactOptional(
      described(
        v.picklist(['no']),
        'Write `no` if no check asks about the claim. Then write a `why`, too.',
        'no',
      ),
    ),
    why: v.exactOptional(
      described(text, 'Why no check asks about the claim.', 'The answer would be in the question.'),
    ),
    allow: waivers,
  }),
  'claim',
  'One thing that one source says in the article.',
);

export const ledgerSchema = titled(
  v.strictObject({ claims: v.array(claimSchema) }),
  'ledger.yaml',
  'The ledger: who says what in the article.',
);

export type WrittenClaim = v.InferOutput<typeof claimSchema>;

export type ClaimValue = Complete<WrittenClaim, 'channel' | 'when'>;
