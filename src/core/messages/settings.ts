import type { Setting, SettingKey } from '../settings.js';

export const SETTING_NAMES: Readonly<Record<SettingKey, string>> = {
  certainty: 'Ask how sure I am',
  session: 'Questions in a review',
  retention: 'How much to remember',
  'day-ends': 'My day ends at',
  motion: 'Motion',
  ascii: 'Plain marks',
  'screen-reader': 'Screen reader',
  parameters: 'Spacing of reviews',
};

/** The value as the learner reads it: a retention of 0.9 is "90 %", and a day that ends at 4 ends at "4:00". */
export function settingValueText({ key }: Pick<Setting, 'key'>, value: string): string {
  if (key === 'day-ends') return `${value}:00`;
  return key === 'retention' ? `${Math.round(Number(value) * 1000) / 10} %` : value;
}

export const SETTINGS_NOTE =
  'The first three settings are kept with your progress in this course. The others apply to every course.';

const NOTICES: Partial<Readonly<Record<SettingKey, string>>> = {
  certainty:
    'After you choose, use g for a guess, f for fairly sure, c for certain. You can turn this off in Settings.',
  'screen-reader':
    'The next time you start, the program prints numbered lines. You can turn them off in Settings.',
};

/** The notice after a setting is turned on that changes how the learner uses the program. */
export const settingNotice = (key: SettingKey, value: string): string | undefined =>
  value === 'on' ? NOTICES[key] : undefined;
