/** `time-over`: the time ran out before the participant handed in. Hand-in codes have the index. */
export const ATTEMPT_STATUSES = ['handed-in', 'time-over', 'open'] as const;

export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number];

/** The end of an attempt; both absent before it. */
type Ending = { readonly handedIn?: number; readonly because?: string };

/** @param minutesLeft 0 when the time is over; undefined if there is no limit, or none yet */
export function attemptStatus(
  { handedIn, because }: Ending,
  minutesLeft: number | undefined,
): AttemptStatus {
  if (handedIn !== undefined) return because === 'time' ? 'time-over' : 'handed-in';
  return minutesLeft === 0 ? 'time-over' : 'open';
}
