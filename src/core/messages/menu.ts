import type { CourseIndex } from '../course/course.js';
import type { MenuEntry, OtherCourse } from '../state/menu-entry.js';
import type { OverlayName } from '../state/state.js';
import { lessonTitle } from './lesson.js';
import { CERTAINTY_OFFER, DRILL_TITLE } from './review.js';

/**
 * A menu entry's label. Home draws its lessons as rows instead. Entries that count something have their words in
 * `home.ts` and `lesson.ts`. `missed` counts the checks to retry.
 */
export function entryText(entry: MenuEntry, course: CourseIndex, missed: number): string {
  if (entry.does === 'course') return otherText(entry.course);
  switch (entry.id) {
    case 'next':
      return `Next: ${titleOf(entry, course)}`;
    case 'retry':
      return missed === 1 ? 'Try the one you missed again' : `Try the ${missed} you missed again`;
    case 'again':
      return 'Go through this lesson once more';
    case 'first':
      return `Start: ${titleOf(entry, course)}`;
    case 'review-on':
      return 'Review the next ones';
    case 'offer-certainty':
      return CERTAINTY_OFFER;
    default:
      return ENTRY[entry.id] ?? titleOf(entry, course);
  }
}

const otherText = ({ title, comesAfter }: OtherCourse): string =>
  comesAfter ? 'Try a story you have not read' : `To the other course: ${title}`;

const ENTRY: Readonly<Record<string, string>> = {
  home: 'Home',
  passages: 'The story',
  sources: 'Who’s who',
  about: 'About',
  review: 'Review',
  drill: DRILL_TITLE,
  'drill-on': 'Another round',
  'learner-report': 'Where I stand',
  map: 'The map: who did what, and who tells it',
  settings: 'Settings',
  quit: 'Quit',
};

/** The note beside a menu entry. */
export const ENTRY_NOTE: Readonly<Record<string, string>> = {
  passages: 'what you have read, to read again',
  sources: 'everyone who has come up so far',
  about: 'what this is made from',
  drill: 'rounds of ten from what you have read',
  'learner-report': 'what you know, and what you mix up',
  settings: 'how sure you are, how long a review is',
  quit: 'progress is saved as you go',
};

const PREVIEW_NOTE: Readonly<Record<string, string>> = { quit: 'nothing is saved in a preview' };

export const entryNote = ({ id }: MenuEntry, isPreview: boolean): string =>
  (isPreview ? PREVIEW_NOTE[id] : undefined) ?? ENTRY_NOTE[id] ?? '';

function titleOf(entry: MenuEntry, course: CourseIndex): string {
  const lesson = 'lesson' in entry && course.lessons.find(({ id }) => id === entry.lesson);
  return lesson ? lessonTitle(course, lesson) : '';
}

/** Titles of screens outside a lesson. */
export const ROUTE_TITLES = {
  settings: 'Settings',
  'learner-report': 'Where I stand',
  map: 'The map',
  cell: 'The map',
} as const;

export const OVERLAY_TITLES: Readonly<Record<OverlayName, string>> = {
  passages: 'The story, retold',
  sources: 'Who’s who',
  help: 'Help',
  about: 'About',
  inspect: 'Behind this',
};
