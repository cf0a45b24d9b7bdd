import * as v from 'valibot';
import { BASIS_MEANINGS, KIND_MEANINGS } from '../../course/glossary.js';
import { KINDS } from '../../course/ledger.js';
import { type Complete, described, id, text, titled, waivers, word } from './fields.js';

const detailFields = v.strictObject({
  value: v.exactOptional(
    described(text, 'What it is, in a few words; none where the basis is not-stated.', 'Monday'),
  ),
  basis: word(['stated', 'derived', 'not-stated'], BASIS_MEANINGS, 'How we know.'),
});

const detail = (description: string, example: v.InferInput<typeof detailFields>) =>
  described(detailFields, description, example);

export const detailSchema = titled(detailFields, 'detail', 'A detail, and how we know it.');

export const claimSchema = titled(
  v.strictObject({
    id: described(id, 'By this checks name the claim.', 'no-nights'),
    source: described(id, 'Who tells it: the id of a source.', 'ferryman'),
    actor: v.exactOptional(
      described(
        text,
        'Whose act, demand or view it is, where that is not the source: the id of a source, a plain name, or `not-stated`.',
        'the ferry company',
      ),
    ),
    side: v.exactOptional(
      described(
        text,
        'The party of the actor, as the sources name it: for the map of who wants what. Without it: the side of the actor, or of the source if there is no actor. An actor without an entry among the sources needs it.',
        'the ferry company',
      ),
    ),
    target: v.exactOptional(
      described(
        text,
        'Whom it is directed at: the id of a source, or a plain name.',
        'the council',
      ),
    ),
    kind: word(KINDS, KIND_MEANINGS, 'What is done by saying it.'),
    presupposed: v.exactOptional(
      described(
        v.boolean(),
        'That the article takes it for granted, and nobody in it asserts it.',
        true,
      ),
    ),
    content: described(
      text,
      'What is said, as a whole sentence that is true of the article, with its source.',
      'Jonas Brandt warned that if the council did not pay for another lamp, no ferry would cross by night.',
    ),
    said: v.exactOptional(
      described(
        text,
        'The same without naming its source, for rounds of “Who said it?”. A claim without it is not asked there.',
        'If the council did not pay for another lamp, no ferry would cross by night.',
      ),
    ),
    channel: v.exactOptional(
      detail('How it was said: by letter, at a meeting. Without it: not stated.', {
        value: 'a letter to the council',
        basis: 'stated',
      }),
    ),
    when: v.exactOptional(
      detail('When it was said or done. Without it: not stated.', {
        value: 'Monday',
        basis: 'stated',
      }),
    ),
    condition: v.exactOptional(
      described(
        text,
        'Words of the sentence that tie it to a condition; they must stand in it.',
        'if the council did not pay',
      ),
    ),
    hedge: v.exactOptional(
      described(
        text,
        'Words of the sentence that make it less than certain; they must stand in it.',
        'nothing she had seen',
      ),
    ),
    sentence: described(id, 'The sentence that it stands in.', 'p1s1'),
    alike: v.exactOptional(
      described(
        id,
        'A name shared by claims that say the same: they are never played against one another.',
        'another-lamp',
      ),
    ),
    exercise: v.exactOptional(
      described(v.picklist(['no']), 'That no check asks about the claim. It needs a `why`.', 'no'),
    ),
    why: v.exactOptional(
      described(text, 'Why no check asks about it.', 'The answer would be in the question.'),
    ),
    allow: waivers,
  }),
  'claim',
  'One thing that the article has from one source.',
);

export const ledgerSchema = titled(
  v.strictObject({ claims: v.array(claimSchema) }),
  'ledger.yaml',
  'The ledger: who tells what in the article.',
);

export type WrittenClaim = v.InferOutput<typeof claimSchema>;

export type ClaimValue = Complete<WrittenClaim, 'channel' | 'when'>;
