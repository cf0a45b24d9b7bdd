import type { Misreading } from '../../course/vocabulary.js';
import { quoted } from '../../course-files/course-file.js';
import { choiceFaults, HALADYNA, type ItemRule, keyOf } from '../rule.js';
import { actorId, claimsOf } from '../shown/parties.js';

/** The errors about who says or does something. In the others, such as `wrong-time`, the right person can be named. */
const ABOUT_WHO: readonly (Misreading | undefined)[] = [
  'wrong-source',
  'wrong-side',
  'teller-for-actor',
];

export const trueDistractor: ItemRule = {
  id: 'true-distractor',
  languages: 'any',
  judges: ['texts', 'in-text'],
  about: 'A wrong choice names the source of the claim, or whoever acts in it.',
  source: `${HALADYNA} 19 (only one right answer)`,
  fails: {
    stem: 'Who asked for a lamp?',
    choices: ['The ferryman', 'The man with the boat', 'The harbour master'],
    names: ['ferryman', 'ferryman', 'harbour-master'],
    claims: [{ source: 'ferryman' }],
  },
  passes: {
    stem: 'Who said that the ferryman had asked for a lamp?',
    choices: ['The clerk', 'The ferryman', 'The harbour master'],
    names: ['clerk', 'ferryman', 'harbour-master'],
    claims: [{ source: 'clerk', actor: 'ferryman' }],
  },
  faults: (item, { ledger }) => {
    const claims = claimsOf(item, ledger);
    const source = only(claims.map((claim) => claim.source));
    const actor = only(claims.map((claim) => actorId(claim, ledger)));
    const right = keyOf(item)?.names;
    return choiceFaults(item, 'text', ({ id, names, misreading }) => {
      if (id === item.key || names === undefined || !ABOUT_WHO.includes(misreading)) return;
      const isTeller = names === source;
      if (!isTeller && names !== actor) return;
      // A question who says it can offer the actor, and a question who acts can offer the source.
      if (source !== actor && right === (isTeller ? actor : source)) return;
      if (isTeller && source !== actor && misreading === 'teller-for-actor') return;
      return `this wrong choice names ${quoted(names)}, who ${isTeller ? 'is the source of' : 'acts in'} the claim: name somebody else, or change the claim`;
    });
  },
};

/** The value that all have. */
const only = <T>([first, ...others]: readonly T[]): T | undefined =>
  others.every((other) => other === first) ? first : undefined;
