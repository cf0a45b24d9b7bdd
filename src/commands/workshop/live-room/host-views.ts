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
  let lastAsked: readonly unknown[] = [];
  let last: HostView | undefined;
  return (room, now) => {
    const people = connected();
    const asked = [room, now, people];
    if (last && asked.every((one, i) => one === lastAsked[i])) return last;
    lastAsked = asked;
    last = hostView(room, plan, now, people);
    return last;
  };
}
