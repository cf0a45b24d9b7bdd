import { isUnknownTime } from '../memory/day.js';
import type { LogEntry, Redate, Stamp } from './entry.js';
import { inOrder } from './order.js';

const DAY = 24 * 60 * 60_000;

/** In milliseconds. Times up to this far ahead of the clock are taken as they are, because clocks differ. */
const MOST_AHEAD = DAY;

/** One day that agrees with the present clock outweighs this many days ahead of it. */
const DAYS_OUTWEIGHED = 7;

/** A real log has a few `redate` entries. The limit keeps a made-up log from taking minutes. */
const MOST_REDATES = 1000;

/** When an entry was given by its own clock, in milliseconds since 1970. A later entry may redate it. */
export const givenTime = ({ clock, t }: Stamp): number => clock ?? t;

/**
 * When each entry was given, in milliseconds since 1970, after redating. The order of entries depends on `t` alone.
 * @param ordered a complete log, in its order
 */
export function givenTimes(ordered: readonly LogEntry[]): readonly number[] {
  const times = ordered.map(givenTime);
  const redates = ordered.flatMap((entry, at) => (entry.k === 'redate' ? [{ ...entry, at }] : []));
  for (const { from, to, at } of redates.slice(-MOST_REDATES))
    for (let i = 0; i < at; i += 1) if ((times[i] ?? 0) >= from) times[i] = to;
  return times;
}

/** The latest time at which an entry was given, after redating; 0 if there is no entry. */
export const latestTime = (entries: readonly LogEntry[]): number =>
  greatest(
    entries.some(({ k }) => k === 'redate') ? givenTimes(inOrder(entries)) : entries.map(givenTime),
  );

/** Whether a time is so far ahead of the clock that one of the two is wrong. */
export const isAhead = (time: number, now: number): boolean => time > now + MOST_AHEAD;

/**
 * The entry that corrects a log after a clock was ahead. All times ahead of the present clock become `now`. The answers
 * were really given at `now` or earlier, so no time between two answers grows.
 * @param entries a complete log, in any order
 * @param now milliseconds since 1970
 * @returns undefined if no time is ahead, or the present clock is behind: it shows a time before the program existed,
 *   or many days are ahead of it and few days agree with it
 */
export function redateFor(entries: readonly LogEntry[], now: number): Redate | undefined {
  const times = givenTimes(inOrder(entries));
  const ahead = times.filter((time) => isAhead(time, now));
  if (ahead.length === 0 || isUnknownTime(now)) return undefined;
  const later = times.slice(times.findIndex((time) => isAhead(time, now)));
  const agreeing = later.filter((time) => !isAhead(time, now) && !isUnknownTime(time));
  if (daysIn(ahead) > DAYS_OUTWEIGHED * daysIn([...agreeing, now])) return undefined;
  return { k: 'redate', from: ahead.reduce((a, b) => Math.min(a, b)), to: now };
}

const daysIn = (times: readonly number[]): number =>
  new Set(times.map((time) => Math.floor(time / DAY))).size;

const greatest = (times: readonly number[]): number => times.reduce((a, b) => Math.max(a, b), 0);
