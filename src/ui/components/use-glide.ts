import { useEffect, useState } from 'react';

/** Milliseconds per step. Sixteen steps a second look like one movement and cost little. */
const STEP_TIME = 60;
/** Steps in a glide, whatever its distance. */
const STEPS = 4;

/** Moves a quarter of the remaining distance, at least 1. */
const nearer = (shown: number, to: number): number => {
  const distance = to - shown;
  return Math.abs(distance) <= 1
    ? to
    : shown + Math.sign(distance) * Math.ceil(Math.abs(distance) / STEPS);
};

/**
 * Animates a whole number.
 * @param to the number at the end
 * @param glides whether to animate; if not, jumps to the end
 * @returns the number to show now
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
