import type { Check, Choice, Course, Lesson, Step } from '../../src/core/course/course.js';
import { lessonWith } from './kinds-course.js';

/** The course with other keys, reasons, traps, evidence and truths. What people see before a verdict is the same. */
export function twinOf(course: Course): Course {
  const sentences = course.material.passages.flatMap((one) => one.sentences.map(({ id }) => id));
  const lessons = course.lessons.map((lesson) => twinLesson(lesson, sentences));
  return { ...course, index: { ...course.index, hash: 'ffffffff', lessons }, lessons };
}

function twinLesson({ id, body, ...outline }: Lesson, sentences: readonly string[]): Lesson {
  const steps = body.map((step) => twinStep(step, sentences));
  return lessonWith(id, steps, outline);
}

function twinStep(step: Step, sentences: readonly string[]): Step {
  if (step.kind === 'board')
    return { ...step, rows: step.rows.map((row) => twinCheck(row, sentences)) };
  return step.kind === 'check' ? twinCheck(step, sentences) : step;
}

function twinCheck(check: Check, sentences: readonly string[]): Check {
  const at = check.choices.findIndex(({ id }) => id === check.key);
  const key = check.choices[(at + 1) % check.choices.length]?.id ?? check.key;
  const evidence = sentences.filter((id) => !check.evidence.includes(id)).slice(0, 2);
  return {
    ...check,
    key,
    evidence,
    claims: ['quiet'],
    skill: 'sequence',
    truth: 'Something else is true.',
    hint: 'Look elsewhere.',
    words: ['library'],
    choices: check.choices.map((choice) => twinChoice(choice, choice.id === key)),
  };
}

const twinChoice = ({ id, text, span }: Choice, isKey: boolean): Choice => ({
  ...{ id, text, feedback: `Another reason for ${id}.` },
  ...(span && { span }),
  ...(isKey ? { open: true } : { misreading: 'wrong-time', names: 'reader' }),
});
