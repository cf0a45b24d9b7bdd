import { useEffect, useState } from 'react';

/** Milliseconds per step. Sixteen steps a second look like one movement and cost little. */
const STEP_TIME = 60;
/** Steps in a glide, whatever its distance. */
const STEPS = 4;

/** Moves a quarter of the remaining distance, at least 1. */
const nearer = (current: number, to: number): number => {
  const distance = to - current;
  return Math.abs(distance) <= 1
    ? to
    : current + Math.sign(distance) * Math.ceil(Math.abs(distance) / STEPS);
};

/**
 * Animates a whole number.
 * @param to the number at the end
 * @param glides whether to animate; if not, jumps to the end
 * @returns the number to show now
 */
export function useGlide(to: number, glides: boolean): number {
  const [current, setCurrent] = useState(to);
  const now = glides ? current : to;
  useEffect(() => {
    if (now === to) {
      if (current !== to) setCurrent(to);
      return;
    }
    const timer = setTimeout(() => setCurrent((before) => nearer(before, to)), STEP_TIME);
    return () => clearTimeout(timer);
  }, [now, current, to]);
  return now;
}
