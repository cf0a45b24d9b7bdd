import type { CourseIndex } from '../course/course.js';
import type { MenuEntry, OtherCourse } from '../state/menu-entry.js';
import type { OverlayName } from '../state/state.js';
import { CHECKLIST_TITLE } from './ending/checklist.js';
import { JOIN_TITLE } from './exercise.js';
import { lessonTitle } from './lesson.js';
import { CERTAINTY_OFFER, DRILL_TITLE } from './review.js';

/**
 * A menu entry's label. The page of lessons draws its lessons as rows instead. Entries that count something have their words in
 * `home.ts` and `lesson.ts`. `missed` counts the checks to retry: those whose latest answer is wrong.
 */
export function entryText(entry: MenuEntry, course: CourseIndex, missed: number): string {
  if (entry.does === 'course') return otherText(entry.course);
  switch (entry.id) {
    case 'next':
      return `Next: ${titleOf(entry, course)}`;
    case 'retry':
      return missed === 1
        ? 'Try the one that is still wrong'
        : `Try the ${missed} that are still wrong`;
    case 'again':
      return 'Go through this lesson once more';
    case 'first':
      return `Start: ${titleOf(entry, course)}`;
    case 'review-on':
      return 'Review the next questions';
    case 'offer-certainty':
      return CERTAINTY_OFFER;
    default:
      return ENTRY[entry.id] ?? titleOf(entry, course);
  }
}

const otherText = ({ title, comesAfter }: OtherCourse): string =>
  comesAfter ? "Try a story you haven't read" : `Open the other course: ${title}`;

const ENTRY: Readonly<Record<string, string>> = {
  home: 'Home',
  passages: 'The story',
  sources: "Who's who",
  about: 'About',
  review: 'Review',
  lessons: 'Lessons',
  more: 'Settings and more',
  join: JOIN_TITLE,
  drill: DRILL_TITLE,
  'drill-on': 'Another round',
  'learner-report': 'Where I stand',
  map: 'The map: who did what, and which source says so',
  settings: 'Settings',
  'course-end': 'The end of the course',
  record: 'Your record',
  checklist: CHECKLIST_TITLE,
  quit: 'Quit',
};

/** The note beside a menu entry. */
const ENTRY_NOTE: Readonly<Record<string, string>> = {
  passages: "reread the story so far, and who's who",
  sources: 'everyone who has come up so far',
  about: 'where the story comes from',
  drill: 'up to ten questions on what you have read',
  'learner-report': 'what you know, and what you mix up',
  settings: 'what you are asked, how long a review is',
  join: 'with a code from your facilitator',
  more: "settings, who's who, about, quit",
  'course-end': 'your record, and five questions to remember',
  quit: 'your progress is saved as you go',
};

const PREVIEW_NOTE: Readonly<Record<string, string>> = {
  more: "who's who, about, quit",
  quit: 'nothing is saved in a preview',
};

export const entryNote = ({ id }: MenuEntry, isPreview: boolean): string =>
  (isPreview ? PREVIEW_NOTE[id] : undefined) ?? ENTRY_NOTE[id] ?? '';

/** What an entry of home is, in a sentence or two. `home.ts` has the words that count something. */
export const ENTRY_SAYS: Readonly<Record<string, string>> = {
  'course-end': 'Your score, your strongest and weakest skill, and what to do next.',
  drill:
    'You read one statement from the story. Then you say which source says it, whose demand it is, or where it was said.',
  'learner-report': 'Your skills, what you mix up most often, and when questions come back.',
  passages: "Our retelling of the story. The key w shows who's who.",
  join: 'Do an exercise together with others. Your facilitator shows the code.',
  more: 'Set what the program asks, read where the story comes from, or quit.',
};

function titleOf(entry: MenuEntry, course: CourseIndex): string {
  const lesson = 'lesson' in entry && course.lessons.find(({ id }) => id === entry.lesson);
  return lesson ? lessonTitle(course, lesson) : '';
}

/** Titles of screens outside a lesson. */
export const ROUTE_TITLES = {
  lessons: 'Lessons',
  more: 'Settings and more',
  settings: 'Settings',
  'learner-report': 'Where I stand',
  'course-end': 'The end of the course',
  map: 'The map: who did what',
  cell: 'The map',
} as const;

export const OVERLAY_TITLES: Readonly<Record<OverlayName, string>> = {
  passages: 'The story, retold',
  sources: "Who's who",
  help: 'Help',
  about: 'About',
  inspect: 'Inspect this page',
  record: 'Your record',
  checklist: CHECKLIST_TITLE,
};
