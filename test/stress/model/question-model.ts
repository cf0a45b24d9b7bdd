import type { Choice } from '../../../src/core/course/course.js';
import type { Certainty } from '../../../src/core/memory/certainty.js';
import type { Press } from './ink-in-memory.js';

/** The model: what a list of choices does with a key, written a second time and without the program. */
export type Question = {
  readonly check: string;
  readonly choices: readonly Choice[];
  /** The place of the highlighted choice, from 0. */
  readonly highlight: number;
  /** The choice that was made, while the learner has not yet said how sure they are. */
  readonly pending: string | undefined;
};

/** What the model has to know of the screen. */
export type Shown = {
  /** Whether any row of the highlighted choice can be seen. */
  readonly showsHighlight: () => boolean;
  readonly asksForCertainty: boolean;
};

export type Given = { readonly choice: string; readonly certainty?: Certainty };

const CERTAINTY_KEYS: Readonly<Record<string, Certainty>> = {
  g: 'guess',
  f: 'fairly',
  c: 'certain',
};

/** @returns the question after a key, and what the key gives as an answer, if anything */
export function press(
  question: Question,
  { input, key }: Press,
  shown: Shown,
): { readonly after: Question; readonly given?: Given } {
  if (key.ctrl || key.meta) return { after: question };
  if (key.return) return enter(question, shown);
  const { pending } = question;
  const certainty = CERTAINTY_KEYS[input];
  if (certainty && pending !== undefined)
    return { after: question, given: { choice: pending, certainty } };
  const place = placeAfter(question, { input, key });
  if (place !== undefined) return { after: { ...question, highlight: place, pending: undefined } };
  const takesBack = key.escape || key.leftArrow || key.backspace || key.delete;
  return { after: takesBack ? { ...question, pending: undefined } : question };
}

/** A choice out of sight is first shown again. */
function enter(
  question: Question,
  { showsHighlight, asksForCertainty }: Shown,
): ReturnType<typeof press> {
  const { choices, highlight, pending } = question;
  if (!showsHighlight()) return { after: { ...question, pending: undefined } };
  const choice = choices[highlight]?.id;
  if (pending !== undefined || choice === undefined) return { after: question };
  return asksForCertainty
    ? { after: { ...question, pending: choice } }
    : { after: question, given: { choice } };
}

function placeAfter({ choices, highlight }: Question, { input, key }: Press): number | undefined {
  const count = choices.length;
  if (key.upArrow || input === 'k') return (highlight + count - 1) % count;
  if (key.downArrow || input === 'j') return (highlight + 1) % count;
  if (key.home) return 0;
  if (key.end) return count - 1;
  return /^[1-9]$/.test(input) && Number(input) <= count ? Number(input) - 1 : undefined;
}
