import { nameKey, SHORT_ID_LENGTH } from '../room/person.js';
import type { Candidate, NotCounted } from './submission.js';

type Counted = { readonly counted: Candidate[]; readonly doubles: NotCounted[] };

/** The same person counts once: what is whole before what is not, and of those the later. */
export function eachOnce(candidates: readonly Candidate[]): Counted {
  const ranked = [...candidates].sort(
    (a, b) => Number(b.isWhole) - Number(a.isWhole) || b.saved - a.saved,
  );
  const byKey = new Map<string, Candidate[]>();
  const kept = new Set<Candidate>();
  const doubles: NotCounted[] = [];
  for (const one of ranked) {
    const met = keysOf(one).flatMap((key) => byKey.get(key) ?? []);
    const same = met.find((other) => isSame(one, other));
    if (same) doubles.push({ where: one.where, why: SAME_PERSON, countedAt: same.where });
    else {
      kept.add(one);
      for (const key of keysOf(one)) byKey.set(key, [...(byKey.get(key) ?? []), one]);
    }
  }
  return { counted: candidates.filter((one) => kept.has(one)), doubles };
}

const SAME_PERSON = 'is of the same person as';

const shortIdOf = ({ id }: Candidate): string => id.slice(0, SHORT_ID_LENGTH);

const keysOf = (one: Candidate): string[] => [
  `id ${shortIdOf(one)}`,
  ...(one.named ? [`name ${nameKey(one.name)}`] : []),
];

const isSame = (one: Candidate, other: Candidate): boolean =>
  isSameAttempt(one, other) || wentOnElsewhere(one, other);

/** By the whole id; where there is only a part of it, the answers of the one must be in the other. */
function isSameAttempt(one: Candidate, other: Candidate): boolean {
  if (one.id.length === other.id.length && one.id.length > SHORT_ID_LENGTH)
    return one.id === other.id;
  return shortIdOf(one) === shortIdOf(other) && agree(one, other);
}

/** First answers stay as they are: two states of one attempt never differ in a check that both have. */
const agree = (one: Candidate, other: Candidate): boolean =>
  [...one.answers].every(([check, choice]) => (other.answers.get(check) ?? choice) === choice);

/** Under the same name given, what was broken off on one machine and done again on another. Who shares a name
 * with somebody has a whole one, or chose otherwise. */
const wentOnElsewhere = (one: Candidate, other: Candidate): boolean =>
  one.named &&
  other.named &&
  nameKey(one.name) === nameKey(other.name) &&
  !(one.isWhole && other.isWhole) &&
  agree(one, other);

export function sharedNames(people: readonly Candidate[]): string[] {
  const met = new Map<string, Candidate[]>();
  for (const one of people.filter(({ named }) => named))
    met.set(nameKey(one.name), [...(met.get(nameKey(one.name)) ?? []), one]);
  return [...met.values()].flatMap(([first, ...more]) =>
    first && more.length > 0 ? [first.name] : [],
  );
}
