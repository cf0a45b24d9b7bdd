import { useEffect, useState } from 'react';

/** Milliseconds from one step to the next: sixteen a second are seen as one movement, and cost little. */
const STEP_TIME = 60;
/** A glide is over after so many steps, however far it goes. */
const STEPS = 4;

/** Nearer to where it goes by a share of the way, one at least. */
const nearer = (shown: number, to: number): number => {
  const way = to - shown;
  return Math.abs(way) <= 1 ? to : shown + Math.sign(way) * Math.ceil(Math.abs(way) / STEPS);
};

/**
 * A whole number on its way to another.
 * @param to where it goes
 * @param glides whether it takes its time; if not it is there at once
 * @returns where it is now
 */
export function useGlide(to: number, glides: boolean): number {
  const [shown, setShown] = useState(to);
  const now = glides ? shown : to;
  useEffect(() => {
    if (now === to) {
      if (shown !== to) setShown(to);
      return;
    }
    const timer = setTimeout(() => setShown((before) => nearer(before, to)), STEP_TIME);
    return () => clearTimeout(timer);
  }, [now, shown, to]);
  return now;
}
