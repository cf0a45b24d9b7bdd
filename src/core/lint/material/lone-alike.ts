import { quoted } from '../../course-files/course-file.js';
import type { MaterialRule } from './material-rule.js';

export const loneAlike: MaterialRule = {
  id: 'lone-alike',
  languages: 'any',
  isAboutAll: true,
  judges: 'claims',
  about: 'Only one claim has this `alike`.',
  source: 'ours: a name has no effect if no other claim has it, and is often a typing error',
  fails: { claims: [{ alike: 'lamp' }, { alike: 'lamps' }] },
  passes: { claims: [{ alike: 'lamp' }, { alike: 'lamp' }] },
  faults: ({ claims: { items } }) => {
    const counts = new Map<string | undefined, number>();
    for (const { value } of items) counts.set(value.alike, (counts.get(value.alike) ?? 0) + 1);
    return items
      .filter(({ value }) => value.alike !== undefined && counts.get(value.alike) === 1)
      .map(({ value, path }) => ({
        list: 'claims',
        path: [...path, 'alike'],
        message: `no other claim has ${quoted(`alike: ${value.alike}`)}: write it in the claim that says the same, too, or take it out here`,
      }));
  },
};
