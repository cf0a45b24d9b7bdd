import type { Digital, OnPaper, Submission } from './submission.js';

type WithResult = Extract<Digital, { result: unknown }>;

const hasResult = (one: Submission): one is WithResult => 'result' in one;

/**
 * A live room has a journal and, in the same folder, the result files that were made from it. Each person has one result
 * here: that of the journal, unless a file has more answers because the journal is damaged. Whoever was removed has none.
 */
export function oneForEach(found: readonly Submission[]): (Digital | OnPaper)[] {
  const best = bestInJournals(found.filter(hasResult));
  const removed = new Set(
    found.flatMap((one) => ('removed' in one ? [keyOf(one.where, one.code, one.removed)] : [])),
  );
  return found.flatMap((one): (Digital | OnPaper)[] => {
    if ('removed' in one || 'unopened' in one) return [];
    if (!hasResult(one)) return [one];
    const key = keyOfResult(one);
    return removed.has(key) || (best.get(key) ?? one) !== one ? [] : [one];
  });
}

/** The best result of each person who is in a journal. */
function bestInJournals(written: readonly WithResult[]): ReadonlyMap<string, WithResult> {
  const best = new Map<string, WithResult>();
  const journal = new Set(written.filter(({ isFromJournal }) => isFromJournal).map(keyOfResult));
  for (const one of written) {
    const key = keyOfResult(one);
    const before = best.get(key);
    if (journal.has(key) && (!before || isBetter(one, before))) best.set(key, one);
  }
  return best;
}

const isBetter = (one: WithResult, other: WithResult): boolean =>
  answersIn(one) > answersIn(other) ||
  (answersIn(one) === answersIn(other) && one.isFromJournal === true && !other.isFromJournal);

const answersIn = ({ result }: WithResult): number => result.answers.length + result.second.length;

const keyOfResult = ({ where, result }: WithResult): string =>
  keyOf(where, result.code, result.person.id);

/** @param where a path with either kind of slash */
const keyOf = (where: string, code: string, id: string): string =>
  JSON.stringify([where.replace(/[^/\\]*$/, ''), code, id]);
