import { closest } from 'fastest-levenshtein';
import type { CourseIndex, LessonOutline } from '../../core/course/course.js';
import { plainText } from '../../core/text/sanitize.js';
import { UsageError } from '../errors.js';

/** The lesson of an id or a number from 1. Throws a usage error that names the nearest. */
export function findLesson(course: CourseIndex, asked: string): LessonOutline {
  const { lessons } = course;
  const byNumber = /^[1-9]\d{0,5}$/.test(asked) ? lessons[Number(asked) - 1] : undefined;
  const lesson = lessons.find(({ id }) => id === asked) ?? byNumber;
  if (!lesson) throw new UsageError(unknownLesson(course, asked));
  return lesson;
}

function unknownLesson({ lessons }: CourseIndex, asked: string): string {
  const said = `there is no lesson '${plainText(asked).slice(0, 60)}'`;
  const range = lessons.length === 1 ? 'lesson 1 only' : `lessons 1 to ${lessons.length}`;
  if (/^[\d.+-]/.test(asked)) return `${said}; the course has ${range}`;
  const ids = lessons.map(({ id }) => id);
  return `${said}; the course has ${range}, and the nearest by name is '${closest(asked.slice(0, 60), ids)}'`;
}
