import type { Misreading, Skill } from './vocabulary.js';

/** The five questions of a close reader. Their words are the same wherever they appear. */
export const HABITS = {
  who: 'Who says this, and how are they named?',
  whose: "Whose act or view is it: the speaker's or someone else's?",
  step: 'What was done, threatened, demanded or refused, and when?',
  limit: 'Which word limits it?',
  where: 'Where does the story say so?',
} as const;

export type Habit = keyof typeof HABITS;

export const HABIT_IDS = Object.keys(HABITS) as readonly Habit[];

/** The plain name of each misreading, and the habit that avoids it. */
export const TRAPS: Readonly<Record<Misreading, { readonly name: string; readonly habit: Habit }>> =
  {
    'wrong-source': { name: 'credited to the wrong person', habit: 'who' },
    'teller-for-actor': { name: 'the speaker confused with someone else', habit: 'whose' },
    'wrong-side': { name: 'credited to the other side', habit: 'who' },
    'wrong-measure': { name: 'one act mistaken for another', habit: 'step' },
    'wrong-time': { name: 'put at the wrong time', habit: 'step' },
    'wrong-channel': { name: 'wrong about where the source said it', habit: 'who' },
    'wrong-naming': { name: 'wrong about how the source is named', habit: 'who' },
    'threatened-as-done': { name: 'only talked about, but taken as done', habit: 'step' },
    'claim-as-fact': { name: 'a claim taken as a fact', habit: 'who' },
    'dropped-condition': { name: 'a limiting word missed', habit: 'limit' },
    overstated: { name: 'more than was said', habit: 'limit' },
    understated: { name: 'less than was said', habit: 'limit' },
    'added-cause': { name: 'a reason that was not given', habit: 'where' },
    'not-in-article': { name: 'not said, but taken as said', habit: 'where' },
    overlooked: { name: 'said, but overlooked', habit: 'where' },
  };

/** The habit that finds the words that a question of this skill asks for. */
export const SKILL_HABITS: Readonly<Record<Skill, Habit>> = {
  attribution: 'whose',
  demand: 'step',
  measure: 'step',
  sequence: 'step',
  sourcing: 'who',
  limits: 'limit',
};
