import { LATEST_TIME } from '../../core/json-shape.js';
import type { LogEntry, NewEntry, Stamp } from '../../core/log/entry.js';

/** In milliseconds. A stamp says what the clock showed only if it differs from `t` by more. */
const NOTED_FROM = 60_000;

/** Gives each event an id and a time. Both rise, even if the clock was set back. */
export function stamped(
  events: readonly NewEntry[],
  highest: Stamp | undefined,
  { now, newId }: { readonly now: () => number; readonly newId: () => string },
): LogEntry[] {
  let last = highest;
  return events.map((event) => {
    const stamp = nextStamp(last, Math.min(now(), LATEST_TIME), newId());
    last = stamp;
    return { ...event, ...stamp };
  });
}

function nextStamp(last: Stamp | undefined, now: number, id: string): Stamp {
  const t = Math.min(Math.max(now, (last?.t ?? -1) + 1), LATEST_TIME);
  const clock = Math.max(now, 0);
  return {
    id: last?.t === t ? idAfter(last.id, id) : id,
    t,
    ...(Math.abs(t - clock) > NOTED_FROM && { clock }),
  };
}

/**
 * An id that is greater than the one before it, because at the latest possible time only ids order the entries. The id
 * ends with a number, so that ids do not grow with each entry.
 */
function idAfter(before: string, id: string): string {
  const [, stem = before, count = '0'] = /^(.*)~(\d{12})-[^~]*$/s.exec(before) ?? [];
  return `${stem}~${String(Number(count) + 1).padStart(12, '0')}-${id}`;
}
