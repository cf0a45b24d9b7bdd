import type { CourseIndex, LessonOutline } from '../../core/course/course.js';
import { nearest } from '../../core/text/nearest-word.js';
import { plainText } from '../../core/text/sanitize.js';
import { UsageError } from '../errors.js';

/** @param name id, or number from 1. Throws a UsageError for an unknown lesson. */
export function findLesson(course: CourseIndex, name: string): LessonOutline {
  const { lessons } = course;
  const byNumber = /^[1-9]\d{0,5}$/.test(name) ? lessons[Number(name) - 1] : undefined;
  const lesson = lessons.find(({ id }) => id === name) ?? byNumber;
  if (!lesson) throw new UsageError(unknownLesson(course, name));
  return lesson;
}

function unknownLesson({ lessons }: CourseIndex, name: string): string {
  const problem = `there is no lesson '${plainText(name).slice(0, 60)}'`;
  const range = lessons.length === 1 ? 'lesson 1 only' : `lessons 1 to ${lessons.length}`;
  if (/^[\d.+-]/.test(name)) return `${problem}; the course has ${range}`;
  const near = nearest(
    name,
    lessons.map(({ id }) => id),
  );
  return near === undefined
    ? `${problem}; the course has ${range}. To see their names, use list`
    : `${problem}: did you mean '${near}'? The course has ${range}`;
}
