import type { Certainty } from '../memory/certainty.js';
import { nameKey, SHORT_ID_LENGTH, shortIdOf } from '../room/person.js';
import type { Candidate, NotCounted } from './submission.js';
import type { Verdicts } from './verdicts.js';

type Counted = { readonly counted: Candidate[]; readonly doubles: NotCounted[] };

/**
 * Counts each person once: a complete submission if the person has one, and the latest of several. It gets from the
 * others what only a live room's computer knows: the second votes, and what this person could not see.
 */
export function eachOnce(candidates: readonly Candidate[]): Counted {
  const groups = groupsOf(candidates, shortIdOf, isSameAttempt);
  const { counted, doubles } = firstOfEach(candidates, groups, 'is from the same person as');
  const known = new Map(groups.map((group) => [group[0], knownToRoom(group)]));
  return { counted: counted.map((one) => ({ ...one, ...known.get(one) })), doubles };
}

/** @param group the one that counts is first */
function knownToRoom(group: readonly Candidate[]): Pick<Candidate, 'second' | 'unseen'> {
  const isAnswered = (check: string): boolean => group.some(({ answers }) => answers.has(check));
  return {
    second: new Map([...group].reverse().flatMap(({ second }) => [...second])),
    unseen: new Set(group.flatMap(({ unseen }) => [...unseen]).filter((id) => !isAnswered(id))),
  };
}

/**
 * Groups of two or more people who may be one person. The best submission comes first.
 * @param verdicts what people learned after each answer; undefined if they learned nothing before the end
 */
export const maybeSame = (
  people: readonly Candidate[],
  verdicts: Verdicts | undefined,
): Candidate[][] =>
  groupsOf(
    people.filter(({ named }) => named),
    ({ name }) => nameKey(name),
    (one, best) => mayHaveGoneOn(one, best, verdicts),
  ).filter(({ length }) => length > 1);

/** Counts each of these groups once, as the best submission with the answers that were given first. */
export function merged(people: readonly Candidate[], groups: readonly Candidate[][]): Counted {
  const { counted, doubles } = firstOfEach(people, groups, 'is counted as the same person as');
  const firsts = new Map(groups.map((group) => [group[0], firstAnswers(group)]));
  return { counted: counted.map((one) => withAnswers(one, firsts.get(one))), doubles };
}

const withAnswers = (
  one: Candidate,
  first: Pick<Candidate, 'answers' | 'certainties'> | undefined,
): Candidate => ({
  ...one,
  ...first,
  unseen: new Set([...one.unseen].filter((id) => first?.answers.has(id) !== true)),
});

/** The first answer to each check, with the certainty of this answer. */
function firstAnswers(group: readonly Candidate[]): Pick<Candidate, 'answers' | 'certainties'> {
  const lastFirst = [...group].sort(byBeginning).reverse();
  const answers = new Map(lastFirst.flatMap((one) => [...one.answers]));
  const certainties = new Map(
    lastFirst.flatMap((one) =>
      [...one.answers.keys()].map((check) => [check, one.certainties.get(check)] as const),
    ),
  );
  const known = [...certainties].flatMap(([check, one]): [string, Certainty][] =>
    one ? [[check, one]] : [],
  );
  return { answers, certainties: new Map(known) };
}

/** Who goes on elsewhere has not finished. Of two who have not, the one who began first; without times, who answered less. */
const byBeginning = (a: Candidate, b: Candidate): number =>
  Number(a.isFinished) - Number(b.isFinished) ||
  timeBetween(a, b) ||
  a.answers.size - b.answers.size;

const timeBetween = ({ began: a }: Candidate, { began: b }: Candidate): number =>
  a === undefined || b === undefined ? 0 : a - b;

/** @param keyOf equal for all who can be the same */
function groupsOf(
  candidates: readonly Candidate[],
  keyOf: (one: Candidate) => string,
  isSame: (one: Candidate, best: Candidate) => boolean,
): Candidate[][] {
  const ranked = [...candidates].sort(
    (a, b) => completeness(b) - completeness(a) || b.saved - a.saved,
  );
  const byKey = new Map<string, [Candidate, ...Candidate[]][]>();
  for (const one of ranked) {
    const groups = byKey.get(keyOf(one)) ?? [];
    const own = groups.find(([best]) => isSame(one, best));
    if (own) own.push(one);
    else byKey.set(keyOf(one), [...groups, [one]]);
  }
  return [...byKey.values()].flat();
}

const completeness = ({ isFinished, isWhole }: Candidate): number =>
  Number(isFinished) + Number(isWhole);

function firstOfEach(
  candidates: readonly Candidate[],
  groups: readonly Candidate[][],
  why: string,
): Counted {
  const doubles = groups.flatMap(([best, ...others]) =>
    best ? others.map((one) => ({ one, countedAt: best.where })) : [],
  );
  const left = new Set(doubles.map(({ one }) => one));
  return {
    counted: candidates.filter((one) => !left.has(one)),
    doubles: doubles.map(({ one, countedAt }) => ({
      where: one.where,
      why,
      countedAt,
      isHarmless: true,
    })),
  };
}

/** Compares complete ids. If one id is only a short id, the answers must agree too. */
function isSameAttempt(one: Candidate, other: Candidate): boolean {
  if (one.id.length === other.id.length && one.id.length > SHORT_ID_LENGTH)
    return one.id === other.id;
  return agree(one, other);
}

/** Whether no check has two different choices. First answers never change, so two files of one attempt always agree. */
const agree = (one: Candidate, other: Candidate): boolean =>
  [...one.answers].every(([check, choice]) => (other.answers.get(check) ?? choice) === choice);

/**
 * Whether a person may have begun on one computer and begun again on another: of two people with one name, one has not
 * finished, also if only the time ended the attempt, and their answers agree. After verdicts, a person may choose
 * something else: then what was wrong is right later, or the second attempt began after the first had stopped.
 */
function mayHaveGoneOn(one: Candidate, other: Candidate, verdicts: Verdicts | undefined): boolean {
  if (one.isFinished && other.isFinished) return false;
  if (agree(one, other)) return true;
  if (!verdicts) return false;
  const [earlier, later] = byBeginning(one, other) <= 0 ? [one, other] : [other, one];
  return beganAfter(later, earlier) || isCorrected(earlier, later, verdicts);
}

/** False if one of them has no times. */
const beganAfter = ({ began }: Candidate, earlier: Candidate): boolean =>
  began !== undefined && earlier.began !== undefined && earlier.saved <= began;

const isCorrected = (earlier: Candidate, later: Candidate, isRight: Verdicts): boolean =>
  [...earlier.answers].every(([check, choice]) => {
    const again = later.answers.get(check) ?? choice;
    return again === choice || isRight(check, again);
  });

export function sharedNames(people: readonly Candidate[]): string[] {
  const met = new Map<string, Candidate[]>();
  for (const one of people.filter(({ named }) => named))
    met.set(nameKey(one.name), [...(met.get(nameKey(one.name)) ?? []), one]);
  return [...met.values()].flatMap(([first, ...more]) =>
    first && more.length > 0 ? [first.name] : [],
  );
}
