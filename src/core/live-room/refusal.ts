/** Why the room does not take a message or a command. */
export type Refusal =
  /** It is no message that this program sends. */
  | 'not-understood'
  | 'wrong-code'
  | 'locked'
  | 'full'
  /** Nobody in the room has this id. */
  | 'unknown-person'
  | 'unknown-question'
  /** Not in this state of the room. */
  | 'not-now'
  | 'vote-closed'
  /** The facilitator cannot go on before the vote is closed. */
  | 'vote-open'
  | 'time-over'
  /** This person's answer is final. */
  | 'already-answered'
  /** This person sees the answers, so they get no more time. */
  | 'handed-in'
  /** Everyone has handed in and sees the answers, so nobody gets more time. */
  | 'all-handed-in'
  /** Nobody's time is limited now, so one person needs no more of it. */
  | 'no-limit'
  | 'too-many-changes'
  /** It could not be written to the disk, so it did not happen. */
  | 'not-saved';

export type Refused = { readonly refused: Refusal };

export const refused = (why: Refusal): Refused => ({ refused: why });
