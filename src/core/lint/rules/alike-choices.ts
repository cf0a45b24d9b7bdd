import { quoted } from '../../course-files/course-file.js';
import {
  HALADYNA,
  type Item,
  type ItemFault,
  type ItemLedger,
  type ItemRule,
  type LedgerClaim,
} from '../rule.js';
import { areAlike, claimsOf } from '../shown/parties.js';

export const alikeChoices: ItemRule = {
  id: 'alike-choices',
  languages: 'any',
  judges: ['texts', 'in-text', 'row'],
  about: 'Two choices name sources that say the same: their claims have the same `alike`.',
  source: `${HALADYNA} 19 and 22 (only one right answer, choices that do not overlap)`,
  fails: {
    stem: 'Who asked for a lamp?',
    choices: ['The ferryman', 'The harbour master', 'The mayor'],
    names: ['ferryman', 'harbour-master', 'mayor'],
    claims: [
      { source: 'ferryman', alike: 'lamp' },
      { source: 'harbour-master', alike: 'lamp' },
    ],
  },
  passes: {
    stem: 'Who asked for a lamp?',
    choices: ['The ferryman', 'The sexton', 'The mayor'],
    names: ['ferryman', 'sexton', 'mayor'],
    claims: [
      { source: 'ferryman', alike: 'lamp' },
      { source: 'harbour-master', alike: 'lamp' },
    ],
  },
  faults: (item, { ledger, kind }) => {
    const named = new Set(item.choices.map(({ names }) => names));
    const asked = claimsOf(item, ledger).filter(({ source }) => named.has(source));
    return item.choices.flatMap(({ id, names }, i): ItemFault[] => {
      const same = id === item.key ? undefined : sameBy(names, asked, ledger);
      if (!same) return [];
      const message = `in ${quoted(same.id)} (${quoted(`alike: ${same.alike}`)}), ${quoted(names ?? '')} says the same as another choice here: name somebody else`;
      return [{ path: kind === 'row' ? ['claims'] : ['choices', i, 'names'], message }];
    });
  },
};

/** A claim of the source that is like one of the claims, which is by another source. */
const sameBy = (
  source: Item['choices'][number]['names'],
  claims: readonly LedgerClaim[],
  ledger: ItemLedger,
): LedgerClaim | undefined =>
  ledger.claims.find(
    (claim) =>
      claim.source === source &&
      claims.some((one) => areAlike(one, claim) && one.source !== source),
  );
