import type { LessonOutline } from '../../course/course.js';
import {
  ALL_LESSONS,
  ALL_LESSONS_SAYS,
  allLessonsNote,
  answeredText,
  continueSays,
  continueText,
  otherCourseSays,
  reviewNote,
} from '../../messages/home.js';
import { ENTRY_SAYS, entryNote, entryText } from '../../messages/menu.js';
import { REVIEW_SAYS } from '../../messages/review.js';
import { lessonStatus } from '../../progress/lesson-status.js';
import { isFirstStart } from '../../scene/menu.js';
import type { MenuEntry } from '../../state/menu-entry.js';
import type { State } from '../../state/state.js';

/** An entry of home, or of Settings and more. */
export type EntryView = {
  readonly name: string;
  /** What is beside the name, or empty. */
  readonly note: string;
  /** What the entry is, or empty. Screens show it for the highlighted entry. */
  readonly says: string;
  /** The share of a bar, from 0 to 1. */
  readonly share?: number;
};

export function entryView(state: State, entry: MenuEntry): EntryView {
  const { course } = state;
  const name = entryText(entry, course, 0);
  switch (entry.does) {
    case 'open':
      return continueView(state, entry.lesson) ?? { name, note: '', says: '' };
    case 'review':
      return { name, note: reviewNote(state), says: REVIEW_SAYS };
    case 'lessons':
      return lessonsView(state, name);
    case 'course':
      return { name, note: '', says: otherCourseSays(entry.course.title) };
    default: {
      const note = entryNote(entry, state.preview !== undefined);
      return { name, note, says: ENTRY_SAYS[entry.id] ?? '' };
    }
  }
}

function continueView(state: State, id: string): EntryView | undefined {
  const lesson = state.course.lessons.find((one) => one.id === id);
  return lesson && { ...continueText(state, lesson), says: continueSays(state, lesson) };
}

function lessonsView(state: State, name: string): EntryView {
  const { course, progress } = state;
  const { lessons } = course;
  if (isFirstStart(state))
    return { name: ALL_LESSONS, note: allLessonsNote(course), says: ALL_LESSONS_SAYS };
  const isDone = (lesson: LessonOutline): boolean =>
    lessonStatus(lesson, progress).state === 'done';
  const done = lessons.filter(isDone).length;
  return {
    name,
    note: `${done} of ${lessons.length} done`,
    says: answeredText(course, progress),
    share: done / Math.max(lessons.length, 1),
  };
}
