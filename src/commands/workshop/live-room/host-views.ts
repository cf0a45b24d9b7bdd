import type { LiveRoom } from '../../../core/live-room/live-room.js';
import type { HostView } from '../../../core/views/live-room/host-view.js';
import type { RoomPlan } from '../../../core/views/live-room/plan.js';
import { hostView } from '../../../core/views/live-room/write-host-view.js';

/**
 * What the facilitator sees, made once for all who ask for it at the same moment: it goes through all people.
 * @param connected the ids of people who are connected: another set after each change
 */
export function hostViews(
  plan: RoomPlan,
  connected: () => ReadonlySet<string>,
): (room: LiveRoom, now: number) => HostView {
  let of: readonly unknown[] = [];
  let last: HostView | undefined;
  return (room, now) => {
    const asked = [room, now, connected()];
    if (last && asked.every((one, i) => one === of[i])) return last;
    of = asked;
    last = hostView(room, plan, now, connected());
    return last;
  };
}
