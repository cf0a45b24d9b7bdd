import type { Check, Lesson, Step } from './course.js';

/** The position after a lesson's last step; no step may have this id. */
export const END = 'end';

export const stepAt = (lesson: Lesson, id: string): Step | undefined =>
  lesson.body.find((step) => step.id === id);

export const checksOf = (lesson: Lesson): readonly Check[] =>
  lesson.body.filter((step): step is Check => step.kind === 'check');
