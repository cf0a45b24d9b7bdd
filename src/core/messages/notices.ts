import type { SettingKey } from '../settings.js';
import type { Route } from '../state/route.js';

/** Said in a preview, when a step or lesson was on screen that the changed course no longer has. */
export const goneText = (what: 'step' | 'lesson', id: string): string =>
  `There is no ${what} ‘${id}’ any more.`;

export const CLOSED_BOOK = 'Closed book: the story stays shut until the end of this lesson.';

export const CLOSED_QUIZ =
  'Closed book: here the story stays shut. The verdict shows the sentence.';

/** Why nothing can be looked up, in a lesson or in a sitting. */
export const closedBookText = ({ name }: Route): string =>
  name === 'quiz' ? CLOSED_QUIZ : CLOSED_BOOK;

/** Said once when a setting was turned, where the screen does not show it. */
export const settingNotice = (key: SettingKey, value: string): string | undefined =>
  key === 'certainty' && value === 'on'
    ? 'After you choose, press g for a guess, f for fairly sure, c for certain. Settings turns it off again.'
    : undefined;
