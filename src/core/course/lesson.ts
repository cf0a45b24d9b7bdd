import type { Check, Lesson, Step } from './course.js';

/** The name of the place after a lesson's last step. */
export const END = 'end';

export const stepAt = (lesson: Lesson, id: string): Step | undefined =>
  lesson.body.find((step) => step.id === id);

/** The lesson's checks. */
export const checksOf = (lesson: Lesson): readonly Check[] =>
  lesson.body.filter((step): step is Check => step.kind === 'check');
