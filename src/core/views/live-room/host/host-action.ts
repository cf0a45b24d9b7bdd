import type { HostCommand } from '../../../live-room/host-command.js';
import type { HostView } from '../host-view.js';

/** What the facilitator can ask of the room without naming a person. `minute` is for everyone. */
export type HostAction = Exclude<HostCommand['do'], 'rename' | 'remove'>;

/**
 * The next thing to do in this state; undefined if the facilitator has only to wait, or if the room has ended. A vote
 * that is closed has two: its answer can be shown, or people talk first.
 */
export function nextAction({ phase, stop, people }: HostView): HostAction | undefined {
  switch (phase) {
    case 'lobby':
      return 'begin';
    case 'open':
      return 'close';
    case 'talk':
      return 'vote';
    case 'closed':
      return stop?.kind === 'text' ? following(stop) : 'reveal';
    case 'revealed':
      return following(stop);
    case 'own':
      return people.length > 0 && people.every((one) => one.hasHandedIn) ? 'end' : undefined;
    case 'ended':
      return undefined;
  }
}

const following = (stop: HostView['stop']): HostAction => (stop?.isLast ? 'end' : 'next');

/**
 * The commands for an action in this state. From an open vote, `talk` and `reveal` close it first.
 * The room refuses what it cannot do.
 */
export function commandsFor(action: HostAction, { phase }: HostView): readonly HostCommand[] {
  const closesFirst = phase === 'open' && (action === 'talk' || action === 'reveal');
  return closesFirst ? [{ do: 'close' }, { do: action }] : [{ do: action }];
}

/** Whether the action does something in this state. */
export function canDo(action: HostAction, view: HostView): boolean {
  const { phase, stop } = view;
  const isVote = stop !== undefined && stop.kind !== 'text';
  const isFirst = stop?.round === 1;
  switch (action) {
    case 'begin':
      return phase === 'lobby';
    case 'close':
      return phase === 'open';
    case 'talk':
      return isVote && isFirst && (phase === 'open' || phase === 'closed');
    case 'vote':
      return phase === 'talk';
    case 'reveal':
      return isVote && (phase === 'open' || phase === 'closed');
    case 'next':
      return stop !== undefined && canLeave(phase) && !stop.isLast;
    case 'back':
      return stop !== undefined && canLeave(phase);
    case 'minute':
      return canLengthen(view);
    default:
      return phase !== 'ended';
  }
}

/** Everyone stays at an open vote until it is closed. */
const canLeave = (phase: HostView['phase']): boolean => phase !== 'open' && phase !== 'ended';

/** If all have handed in, nobody gets more time. */
function canLengthen(view: HostView): boolean {
  const { phase, hasLimit } = view;
  const isDone = phase === 'own' && nextAction(view) === 'end';
  return hasLimit && phase !== 'lobby' && phase !== 'ended' && !isDone;
}
