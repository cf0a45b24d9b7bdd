import { HABIT_IDS, HABITS } from '../../course/habits.js';
import {
  CHECKLIST_INTRO,
  CHECKLIST_SAVE,
  CHECKLIST_TASKS,
  CHECKLIST_TITLE,
} from '../../messages/ending/checklist.js';

/** The five habits as questions for a story of the learner's own choice. */
export type ChecklistView = {
  readonly title: string;
  readonly intro: string;
  readonly questions: readonly { readonly question: string; readonly task: string }[];
  /** What comes before the command that saves the questions. */
  readonly save: string;
};

export const checklistView = (): ChecklistView => ({
  title: CHECKLIST_TITLE,
  intro: CHECKLIST_INTRO,
  questions: HABIT_IDS.map((habit) => ({
    question: HABITS[habit],
    task: CHECKLIST_TASKS[habit],
  })),
  save: CHECKLIST_SAVE,
});
