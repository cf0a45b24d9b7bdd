import { nameKey, SHORT_ID_LENGTH } from '../room/person.js';
import type { Candidate, NotCounted } from './submission.js';

type Counted = { readonly counted: Candidate[]; readonly doubles: NotCounted[] };

/** Counts each person once: a complete submission if the person has one, and the latest of several. */
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

const SAME_PERSON = 'is from the same person as';

const shortIdOf = ({ id }: Candidate): string => id.slice(0, SHORT_ID_LENGTH);

const keysOf = (one: Candidate): string[] => [
  `id ${shortIdOf(one)}`,
  ...(one.named ? [`name ${nameKey(one.name)}`] : []),
];

const isSame = (one: Candidate, other: Candidate): boolean =>
  isSameAttempt(one, other) || wentOnElsewhere(one, other);

/** Compares complete ids. If one id is only a short id, the answers must agree too. */
function isSameAttempt(one: Candidate, other: Candidate): boolean {
  if (one.id.length === other.id.length && one.id.length > SHORT_ID_LENGTH)
    return one.id === other.id;
  return shortIdOf(one) === shortIdOf(other) && agree(one, other);
}

/** Whether no check has two different choices. First answers never change, so two files of one attempt always agree. */
const agree = (one: Candidate, other: Candidate): boolean =>
  [...one.answers].every(([check, choice]) => (other.answers.get(check) ?? choice) === choice);

/**
 * Whether a person seems to have begun on one computer and begun again on another: the names are equal, one submission
 * is incomplete, and the answers agree. Two people with one name have both finished, or their answers differ.
 */
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
