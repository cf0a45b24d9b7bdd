import { distance } from 'fastest-levenshtein';
import { type Path, quoted } from '../../course-files/course-file.js';
import type { DraftMaterial, MaterialFault, MaterialRule } from './material-rule.js';

export const nearName: MaterialRule = {
  id: 'near-name',
  languages: 'any',
  isAboutAll: true,
  judges: 'actors, targets, sides',
  about: 'An `actor`, `target` or `side` is nearly, but not exactly, a name in the course.',
  source: 'ours: the map of who wants what would show one party twice',
  fails: {
    sources: [{ name: 'The town council' }],
    claims: [{ actor: 'the Town Council' }],
  },
  passes: {
    sources: [{ name: 'The town council' }],
    claims: [{ actor: 'the harbour office' }],
  },
  faults: (material) => [...sidesOfSources(material), ...partiesOfClaims(material)],
};

/** A name that an author has written, and how else it can be written. */
type Known = { readonly name: string; readonly write: string };

/** The sides of sources, each compared with those before. A claim with a side that no source has is an error. */
function sidesOfSources({ sources: { items } }: DraftMaterial): MaterialFault[] {
  const known: Known[] = [
    { name: 'none', write: 'none' },
    { name: 'not-stated', write: 'not-stated' },
  ];
  return items.flatMap(({ value: { side }, path }) => {
    const faults = faultIn('sources', [...path, 'side'], side, known);
    known.push({ name: side, write: side });
    return faults;
  });
}

/** Actors and targets, each compared with the sources, and with the actors and targets of the claims before. */
function partiesOfClaims({ sources, claims }: DraftMaterial): MaterialFault[] {
  const known: Known[] = [
    { name: 'not-stated', write: 'not-stated' },
    ...sources.items.flatMap(({ value: { id, name, side, speaksFor } }) => [
      { name: id, write: id },
      { name, write: id },
      { name: side, write: side },
      ...(speaksFor === undefined ? [] : [{ name: speaksFor, write: speaksFor }]),
    ]),
  ];
  return claims.items.flatMap(({ value, path }) =>
    (['actor', 'target'] as const).flatMap((field) => {
      const name = value[field];
      if (name === undefined) return [];
      const faults = faultIn('claims', [...path, field], name, known);
      if (faults.length === 0) known.push({ name, write: name });
      return faults;
    }),
  );
}

function faultIn(
  list: MaterialFault['list'],
  path: Path,
  name: string,
  known: readonly Known[],
): MaterialFault[] {
  if (known.some((other) => other.name === name)) return [];
  const [near] = known
    .filter((other) => isNear(name, other.name))
    .sort((a, b) => bareDistance(name, a.name) - bareDistance(name, b.name));
  if (!near) return [];
  const message = `${quoted(name)} is nearly ${quoted(near.name)}: write ${quoted(near.write)} if they are the same`;
  return [{ list, path, message }];
}

/** Comparing long texts takes long. A name is short. */
const LONGEST = 80;

/** One letter in so many may differ. */
const LETTERS = 8;
const LEAST_LETTERS = 5;

/**
 * Whether names differ in case, in an article, or in a few letters. A plural, another number or another single letter at
 * the end ("Party A", "Party B") is another name.
 */
function isNear(a: string, b: string): boolean {
  const [left, right] = [bareName(a), bareName(b)];
  if (left === right) return true;
  const longest = Math.max(left.length, right.length);
  if (longest > LONGEST || longest < LEAST_LETTERS) return false;
  if (`${left}s` === right || `${right}s` === left) return false;
  if (left.replace(/\D/g, '') !== right.replace(/\D/g, '')) return false;
  if (isOtherLetter(left, right)) return false;
  return distance(left, right) <= Math.max(1, Math.floor(longest / LETTERS));
}

const SINGLE_LETTER = / \p{L}$/u;

const isOtherLetter = (a: string, b: string): boolean =>
  SINGLE_LETTER.test(a) && SINGLE_LETTER.test(b) && a.slice(0, -1) === b.slice(0, -1);

const bareDistance = (a: string, b: string): number => distance(bareName(a), bareName(b));

const bareName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/^(?:the|an?) /, '')
    .replace(/[\s.-]+/g, ' ')
    .trim();
