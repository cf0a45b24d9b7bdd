import type { Misreading } from './vocabulary.js';

/** The five questions of a close reader. Their words are the same wherever they appear. */
export const HABITS = {
  who: 'Who says this, and how are they named?',
  whose: 'Who would do it: the speaker or someone else?',
  step: 'Which step, and when: done, threatened, demanded, refused?',
  limit: 'Which word limits it?',
  where: 'Where does the article say so?',
} as const;

export type Habit = keyof typeof HABITS;

export const HABIT_IDS = Object.keys(HABITS) as readonly Habit[];

/** The plain name of each misreading, and the habit that avoids it. */
export const TRAPS: Readonly<Record<Misreading, { readonly name: string; readonly habit: Habit }>> =
  {
    'wrong-source': { name: 'credited to the wrong person', habit: 'who' },
    'teller-for-actor': { name: 'the speaker taken for the one who acts', habit: 'whose' },
    'wrong-side': { name: 'given to the other side', habit: 'who' },
    'wrong-measure': { name: 'one step taken for another', habit: 'step' },
    'wrong-time': { name: 'put at the wrong time', habit: 'step' },
    'wrong-channel': { name: 'said somewhere else', habit: 'who' },
    'wrong-naming': { name: 'the source named wrongly', habit: 'who' },
    'threatened-as-done': { name: 'not done, only announced', habit: 'step' },
    'claim-as-fact': { name: 'a claim taken as a fact', habit: 'who' },
    'dropped-condition': { name: 'a limiting word left out', habit: 'limit' },
    overstated: { name: 'made stronger than it is', habit: 'limit' },
    understated: { name: 'made weaker than it is', habit: 'limit' },
    'added-cause': { name: 'a reason added', habit: 'where' },
    'not-in-article': { name: 'not in the article', habit: 'where' },
    overlooked: { name: 'said in the article, but overlooked', habit: 'where' },
  };
