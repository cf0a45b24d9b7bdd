import { quoted } from '../../course-files/course-file.js';
import { type ItemRule, keyOf } from '../rule.js';
import { actorId, claimsAndAlike } from '../shown/parties.js';

export const keyNames: ItemRule = {
  id: 'key-names',
  languages: 'any',
  judges: ['texts', 'in-text', 'row'],
  about: 'The right choice names someone who does not say or do what the claims report.',
  source: 'ours: a key that names the wrong source, or a check that lists the wrong claim',
  fails: {
    stem: 'Who asked for a lamp?',
    choices: ['The ferryman', 'The mayor', 'The harbour master'],
    names: ['ferryman', 'mayor', 'harbour-master'],
    claims: [{ source: 'sexton' }],
  },
  passes: {
    stem: 'Who asked for a lamp?',
    choices: ['The ferryman', 'The mayor', 'The harbour master'],
    names: ['ferryman', 'mayor', 'harbour-master'],
    claims: [{ source: 'clerk', actor: 'ferryman' }],
  },
  faults: (item, { ledger, kind }) => {
    const named = keyOf(item)?.names;
    const claims = claimsAndAlike(item, ledger);
    if (named === undefined || claims.length === 0) return [];
    // A source that does not exist is an error of its own.
    const isKnown = (source: string): boolean => ledger.sources.some(({ id }) => id === source);
    if (!isKnown(named) || !claims.every(({ source }) => isKnown(source))) return [];
    const parties = claims.flatMap((claim) => [claim.source, actorId(claim, ledger), claim.target]);
    if (parties.includes(named)) return [];
    const choice = kind === 'row' ? 'heading' : 'choice';
    const message = `the right ${choice} names ${quoted(named)}, and the claims are by ${listed(claims.map(({ source }) => source))}: change 'names' or 'claims'`;
    return [{ path: ['claims'], message }];
  },
};

const listed = (ids: readonly string[]): string => [...new Set(ids)].map(quoted).join(', ');
