import type { Check } from '../../../course/course.js';
import type { Member, Vote } from '../../../live-room/live-room.js';
import { checksAt } from '../../../live-room/stop.js';
import { mostCommonTrapText } from '../../../messages/live-room/host.js';
import { bracketedSentence } from '../../in-text.js';
import type { HostChoice, HostRow, HostStop } from '../host-view.js';
import type { RoomPlan } from '../plan.js';
import type { StopRow } from '../shown-stop.js';
import { type Counts, countsOf, mostChosen } from './counts.js';

/** @param people who take part. @returns undefined if the exercise has no stop with this index */
export function hostStop(
  at: number,
  { state, round }: Vote,
  people: readonly Member[],
  plan: RoomPlan,
): HostStop | undefined {
  const [shown, stop] = [plan.shown[at], plan.stops[at]];
  if (!shown || !stop) return undefined;
  const base = {
    label: shown.label,
    isLast: at === plan.stops.length - 1,
    passages: shown.passages.flatMap((id) => plan.passages[id] ?? []),
    round,
  };
  if (shown.kind === 'text') return { ...base, kind: 'text', rows: [] };
  const checks = checksAt(stop);
  const rows = shown.rows.map((row, i) => hostRow(row, checks[i], { state, round }, people, plan));
  return { ...base, kind: shown.isBoard ? 'board' : 'question', stem: shown.stem, rows };
}

type VoteNow = Pick<Vote, 'state' | 'round'>;

function hostRow(
  { check: id, statement, parts, choices }: StopRow,
  check: Check | undefined,
  vote: VoteNow,
  people: readonly Member[],
  plan: RoomPlan,
): HostRow {
  const [first, second] = [countsOf(people, id, 1), countsOf(people, id, 2)];
  const counts = vote.round === 2 ? second : first;
  return {
    ...(statement !== undefined && { statement }),
    ...(parts && { about: bracketedSentence(parts) }),
    choices: choices.map((choice, i) => ({
      id: choice.id,
      number: i + 1,
      text: choice.text,
      ...shownCounts(choice.id, vote, first, second),
    })),
    ...(check && vote.state === 'revealed' && { verdict: verdictOf(check, choices, counts, plan) }),
  };
}

/** A count that people see sways them: it is shown once the voting is over. */
function shownCounts(
  id: string,
  { state, round }: VoteNow,
  first: Counts,
  second: Counts,
): Pick<HostChoice, 'first' | 'second'> {
  const isSecondOver = round === 2 && (state === 'closed' || state === 'revealed');
  return {
    ...((state === 'revealed' || isSecondOver) && { first: first.get(id) ?? 0 }),
    ...(isSecondOver && { second: second.get(id) ?? 0 }),
  };
}

/**
 * Explains the key, and the wrong choice that most people chose in the latest vote, with its number.
 * @param choices in the order of the room
 */
function verdictOf(
  check: Check,
  choices: StopRow['choices'],
  counts: Counts,
  plan: RoomPlan,
): NonNullable<HostRow['verdict']> {
  const wrong = check.choices.map(({ id }) => id).filter((id) => id !== check.key);
  const chosen = mostChosen(counts, wrong) ?? check.key;
  const { outcome: _, headline: __, reasons, trap, ...verdict } = plan.verdictOf(check, { chosen });
  const number = choices.findIndex(({ id }) => id === chosen) + 1;
  return {
    ...verdict,
    reasons: reasons.map(({ mark, text }) => ({
      mark,
      text: mark === 'wrong' ? `${number} ${text}` : text,
    })),
    ...(trap !== undefined && { trap: mostCommonTrapText(trap) }),
  };
}
