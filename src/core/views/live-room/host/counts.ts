import { choicesOf, type Member, type Round } from '../../../live-room/live-room.js';

/** How many people chose each choice of a check in one vote, by the choice's id. */
export type Counts = ReadonlyMap<string, number>;

export function countsOf(people: readonly Member[], check: string, round: Round): Counts {
  const counts = new Map<string, number>();
  for (const person of people) {
    const choice = choicesOf(person, round).get(check);
    if (choice !== undefined) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  return counts;
}

/** How many of these checks a person has answered in one vote. */
export const answeredOf = (person: Member, checks: readonly string[], round: Round): number =>
  checks.filter((check) => choicesOf(person, round).has(check)).length;

/** The choice that most people chose, the first of several; undefined if nobody chose any of them. */
export function mostChosen(counts: Counts, choices: readonly string[]): string | undefined {
  const count = (id: string): number => counts.get(id) ?? 0;
  const most = Math.max(...choices.map(count));
  return most > 0 ? choices.find((id) => count(id) === most) : undefined;
}

/** The share of answers that are the most common one, from 0 to 1; undefined without answers. */
export function shareOfMost(counts: Counts): number | undefined {
  const all = [...counts.values()];
  const sum = all.reduce((a, b) => a + b, 0);
  return sum === 0 ? undefined : Math.max(...all) / sum;
}
