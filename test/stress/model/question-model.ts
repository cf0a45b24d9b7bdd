import type { Choice } from '../../../src/core/course/course.js';
import type { Certainty } from '../../../src/core/memory/certainty.js';
import type { Press } from './ink-in-memory.js';

/** The model: what a list of choices does with a key, written a second time and without the program. */
export type Question = {
  readonly check: string;
  /** Whether the learner chooses once more, after a first miss. */
  readonly isAgain: boolean;
  /** The choice of the first try, which is not taken again. */
  readonly missed: string | undefined;
  readonly choices: readonly Choice[];
  /** The place of the highlighted choice, from 0; -1 until the learner moves. */
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

/** A choice out of sight is first shown again. Without a choice, Enter gives nothing. */
function enter(
  question: Question,
  { showsHighlight, asksForCertainty }: Shown,
): ReturnType<typeof press> {
  const { choices, highlight, pending, missed } = question;
  if (highlight < 0) return { after: question };
  if (!showsHighlight()) return { after: { ...question, pending: undefined } };
  const choice = choices[highlight]?.id;
  if (pending !== undefined || choice === undefined || choice === missed)
    return { after: question };
  return asksForCertainty
    ? { after: { ...question, pending: choice } }
    : { after: question, given: { choice } };
}

/** Letters may be part of a pasted word: they never choose first. */
function placeAfter({ choices, highlight }: Question, pressed: Press): number | undefined {
  const { input } = pressed;
  if (/^[1-9]$/.test(input)) return Number(input) <= choices.length ? Number(input) - 1 : undefined;
  if (/^[jk]$/.test(input) && highlight < 0) return undefined;
  return moved(highlight, choices.length, pressed);
}

/** Where a highlight goes among so many entries; undefined if the key does not move it. It can begin before the first. */
export function moved(from: number, count: number, { input, key }: Press): number | undefined {
  if (key.upArrow || input === 'k') return from <= 0 ? count - 1 : from - 1;
  if (key.downArrow || input === 'j') return (from + 1) % count;
  if (key.home) return 0;
  return key.end ? count - 1 : undefined;
}
